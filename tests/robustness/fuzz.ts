import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Outcome } from './fuzz-worker.ts';
import { hosts } from './hosts.ts';
import { mutantOf } from './mutant.ts';

export interface Failure {
  readonly seed: number;
  readonly host: string;
  readonly recipe: string;
  /** `threw …`, `took longer than …`, `ran out of memory`. */
  readonly what: string;
}

export interface FuzzReport {
  readonly count: number;
  readonly failures: readonly Failure[];
  readonly slowest: { readonly seed: number; readonly milliseconds: number };
  /** Growth of the whole process over where it stood after the first document. */
  readonly rssGrowthMegabytes: number;
}

const secondsAllowed = 2;
const megabytesAllowed = 500;

/**
 * Validates `count` mutants, beginning with the one of `seed`, in a worker that is ended when one of them takes too long
 * or too much memory. Every text must end in findings or in none.
 */
export async function fuzz({ count, seed }: { count: number; seed: number }): Promise<FuzzReport> {
  const failures: Failure[] = [];
  let slowest = { seed, milliseconds: 0 };
  let firstRss: number | undefined;
  let mostRss = 0;
  let worker = await startWorker();
  const all = hosts();
  for (let current = seed; current < seed + count; current++) {
    const outcome = await run(worker, current);
    if (typeof outcome === 'string') {
      await worker.terminate();
      worker = await startWorker();
    } else if (outcome.milliseconds > slowest.milliseconds) slowest = outcome;
    const what = typeof outcome === 'string' ? outcome : outcome.thrown && `threw ${outcome.thrown}`;
    const { path, recipe } = mutantOf(all, current);
    if (what !== undefined) failures.push({ seed: current, host: path, recipe, what });
    const rss = process.memoryUsage.rss() / 1e6;
    firstRss ??= rss;
    mostRss = Math.max(mostRss, rss);
  }
  await worker.terminate();
  const { milliseconds, seed: slowSeed } = slowest;
  const rssGrowthMegabytes = Math.round(mostRss - (firstRss ?? mostRss));
  return { count, failures, slowest: { seed: slowSeed, milliseconds: Math.round(milliseconds) }, rssGrowthMegabytes };
}

/** A worker that has loaded its modules; that it cannot is no fault of a document and is thrown. */
async function startWorker(): Promise<Worker> {
  const limits = { maxOldGenerationSizeMb: megabytesAllowed };
  const worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url), { resourceLimits: limits });
  await once(worker, 'message');
  return worker;
}

/** The outcome, or in words why there is none. */
function run(worker: Worker, seed: number): Promise<Outcome | string> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle(`took longer than ${secondsAllowed} s`), 2 * secondsAllowed * 1000);
    const settle = (result: Outcome | string): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      resolve(result);
    };
    worker.once('error', (error: Error) => settle(String(error)));
    worker.once('exit', (code) => settle(`ended the worker with code ${code}`));
    worker.once('message', (outcome: Outcome) => {
      const slow = outcome.milliseconds > secondsAllowed * 1000;
      settle(slow ? `took ${Math.round(outcome.milliseconds)} ms` : outcome);
    });
    worker.postMessage(seed);
  });
}
