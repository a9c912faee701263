import { type ELDHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import autocannon, { type Request, type Result } from 'autocannon';
import { Latencies } from './latencies.ts';

export interface LoadRequest {
  readonly url: string;
  /** Requests a second, as many connections, and one request a second on each of them. */
  readonly rate: number;
  readonly seconds: number;
  /** What the connections of a group send in turn; `setupRequest` makes a request anew each time. */
  readonly requestsOf: (group: number) => Request[];
  /** Connections that share their requests and start together: a hundredth of them unless told otherwise. */
  readonly groupSize?: number;
}

export interface LoadResult {
  readonly latencies: Latencies;
  readonly statuses: ReadonlyMap<number, number>;
  /** Connections that broke and requests that had no answer within ten seconds. */
  readonly errors: number;
  readonly seconds: number;
  /** How late the generator itself was, p99 in milliseconds: what it says of others is no better than this. */
  readonly generatorLate: number;
}

/**
 * An open load by autocannon. Its `overallRate` sends a second's requests in one burst and fills in latencies that were not
 * measured, so each connection sends one request a second here, and groups of connections start evenly spread over a second.
 * No answer that is late holds another request back, up to a second: there is no coordinated omission to correct.
 */
export async function load({
  url,
  rate,
  seconds,
  requestsOf,
  groupSize = Math.max(1, Math.round(rate / 100)),
}: LoadRequest): Promise<LoadResult> {
  const latencies = new Latencies();
  const statuses = new Map<number, number>();
  let errors = 0;
  const groups = Math.ceil(rate / groupSize);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  // In the first second connections are made, and in the last some have ended.
  const from = performance.now() + 1_000;
  const to = from + seconds * 1_000;
  const running = Array.from({ length: groups }, async (_, group) => {
    await pause((group * 1000) / groups);
    const connections = Math.min(groupSize, rate - group * groupSize);
    const options = {
      url,
      connections,
      connectionRate: 1,
      duration: seconds + 1,
      skipAggregateResult: true,
      histograms,
    };
    const { promise: ended, resolve, reject } = Promise.withResolvers<Result>();
    const done = (error: unknown, result: Result) => (error ? reject(error) : resolve(result));
    const instance = autocannon({ ...options, requests: requestsOf(group) }, done);
    instance.on('response', (_client, status, _bytes, milliseconds) => {
      const now = performance.now();
      if (now < from || now >= to) return;
      latencies.add(milliseconds);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    });
    errors += (await ended).errors;
  });
  await Promise.all(running);
  delay.disable();
  return { latencies, statuses, errors, seconds, generatorLate: lateness(delay) };
}

/** In the place of autocannon's own, which cost more than the load: latencies are taken as they come. */
const nothing = { recordValue() {}, recordValueWithExpectedInterval() {}, destroy() {}, __custom: true };
const histograms = { latencies: nothing, requests: nothing, throughput: nothing };

/** The histogram counts the whole pause between two looks, of which one millisecond is meant to be. */
function lateness(delay: ELDHistogram): number {
  return Math.max(0, delay.percentile(99) / 1e6 - 1);
}

export function countOf({ statuses }: LoadResult, matches: (status: number) => boolean): number {
  return [...statuses].reduce((sum, [status, count]) => (matches(status) ? sum + count : sum), 0);
}
