import type { Fault, Outcome } from './fault.ts';
import { printTable } from './print-table.ts';

export interface Finished {
  readonly fault: Fault;
  readonly seconds: number;
  readonly outcome: Outcome | Error;
}

/** Runs them, some at once because they mostly wait, and prints what came of it. Returns the exit code. */
export async function runFaults(faults: readonly Fault[], atOnce: number): Promise<number> {
  const started = performance.now();
  const waiting = [...faults];
  const finished: Finished[] = [];
  const lane = async (): Promise<void> => {
    for (let fault = waiting.shift(); fault !== undefined; fault = waiting.shift()) finished.push(await runOne(fault));
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  const inOrder = faults.flatMap((fault) => finished.filter((one) => one.fault === fault));
  printTable(inOrder, secondsSince(started));
  return inOrder.some(({ outcome }) => outcome instanceof Error) ? 1 : 0;
}

async function runOne(fault: Fault): Promise<Finished> {
  const started = performance.now();
  const report = (progress: string) => {
    process.stderr.write(`${String(secondsSince(started)).padStart(4)} s  ${fault.name}: ${progress}\n`);
  };
  report('begins');
  const outcome = await fault
    .run(report)
    .catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  report(outcome instanceof Error ? `failed: ${outcome.stack}` : 'nothing lost, nothing doubled');
  return { fault, outcome, seconds: secondsSince(started) };
}

function secondsSince(started: number): number {
  return Math.round((performance.now() - started) / 1_000);
}
