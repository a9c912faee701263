import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Outcome } from './fuzz-worker.ts';
import { hosts } from './hosts.ts';
import { mutantOf } from './mutant.ts';

export interface Failure {
  readonly seed: number;
  readonly host: string;
  readonly recipe: string;
  /** `threw …`, `took … ms`, or how the worker ended: out of memory, or not at all in a long time. */
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
async function run(worker: Worker, seed: number): Promise<Outcome | string> {
  const patience = new AbortController();
  const { signal } = patience;
  const answer = once(worker, 'message', { signal }).then(([outcome]: Outcome[]) => outcome ?? 'answered nothing');
  const death = once(worker, 'exit', { signal }).then(([code]) => `ended the worker with code ${code}`);
  const timer = setTimeout(() => patience.abort(), 10 * secondsAllowed * 1000);
  worker.postMessage(seed);
  try {
    const outcome = await Promise.race([answer, death]);
    const slow = typeof outcome === 'object' && outcome.milliseconds > secondsAllowed * 1000;
    return slow ? `took ${Math.round(outcome.milliseconds)} ms` : outcome;
  } catch (error) {
    return signal.aborted ? `was not done after ${10 * secondsAllowed} s` : String(error);
  } finally {
    clearTimeout(timer);
    patience.abort();
    await Promise.allSettled([answer, death]);
  }
}
