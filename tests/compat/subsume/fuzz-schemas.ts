import * as fc from 'fast-check';
import { Subsumption } from '../../../core/compat/subsume/index.ts';
import { checkValue } from '../../../core/schema/check.ts';
import type { Json, JsonObject } from '../../../core/source/json.ts';
import { schemas, values } from '../../schema/arbitraries.ts';
import { type Built, build } from '../../schema/build.ts';

export interface SchemaFuzzReport {
  readonly answers: { contained: number; witness: number; undecided: number };
  readonly failures: readonly { readonly index: number; readonly what: string; readonly pair: string }[];
  readonly slowest: { readonly index: number; readonly milliseconds: number };
}

const mostMilliseconds = 1000;

/**
 * Asks of random pairs whether the one schema is contained in the other, every other pair with `unevaluated…`. A failure is
 * an exception, a pair that takes more than a second of CPU, a witness that is none, and a "contained" that one of 1,000
 * random values contradicts.
 */
export function fuzzSchemas({ count, seed }: { readonly count: number; readonly seed: number }): SchemaFuzzReport {
  const pool = fc.sample(values, { numRuns: 1000, seed });
  const answers = { contained: 0, witness: 0, undecided: 0 };
  const failures: { index: number; what: string; pair: string }[] = [];
  let slowest = { index: 0, milliseconds: 0 };
  for (const [index, [one, other]] of pairs(count, seed)) {
    const fail = (what: string): void => {
      failures.push({ index, what, pair: `${JSON.stringify(one)} ⊆ ${JSON.stringify(other)}` });
    };
    try {
      const [a, b] = [build(JSON.stringify(one)), build(JSON.stringify(other))];
      const started = process.cpuUsage();
      const subsumption = new Subsumption(a.schemas, b.schemas);
      const answer = subsumption.decide(a.schema, b.schema);
      const { user, system } = process.cpuUsage(started);
      const milliseconds = Math.round((user + system) / 1000);
      if (milliseconds > slowest.milliseconds) slowest = { index, milliseconds };
      if (milliseconds > mostMilliseconds) fail(`took ${milliseconds} ms`);
      answers[answer.kind]++;
      if (answer.kind === 'witness' && !isCounterexample(answer.value, a, b)) fail('gave a witness that is none');
      const missed = answer.kind === 'contained' ? pool.find((value) => isCounterexample(value, a, b)) : undefined;
      if (missed !== undefined) fail(`said contained, but ${JSON.stringify(missed)} is not`);
    } catch (error) {
      fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
  return { answers, failures, slowest };
}

/** Made in batches: fast-check makes greater values the more it is asked for, and thousands at once would fill the memory. */
function* pairs(
  count: number,
  seed: number,
): Generator<readonly [index: number, pair: readonly [JsonObject, JsonObject]]> {
  const plain = schemas({ unevaluated: false });
  const rich = schemas({ unevaluated: true });
  const both = fc.tuple(fc.tuple(plain, plain), fc.tuple(rich, rich));
  for (let index = 0, batch = 0; index < count; batch++) {
    for (const pair of fc.sample(both, { numRuns: 100, seed: seed + batch }).flat()) {
      if (index < count) yield [index++, pair];
    }
  }
}

/** Valid under `a` and not under `b`. */
export function isCounterexample(value: Json, a: Built, b: Built): boolean {
  return (
    checkValue(value, a.schema, { schemas: a.schemas }).length === 0 &&
    checkValue(value, b.schema, { schemas: b.schemas }).length > 0
  );
}
