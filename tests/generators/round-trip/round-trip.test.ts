import { expect, test } from 'vitest';
import { roundTrips } from './round-trips.ts';

/** `npm run conformance:round-trip` makes 1,000 of them, and others with `--seed`. */
const count = 100;

test('what generated clients send is what handlers get, and what these answer is what clients give back', {
  timeout: 120_000,
}, async () => {
  const { contracts, tally, failure } = await roundTrips({ count, seed: 20_261_121 });
  expect(failure).toBeUndefined();
  expect(contracts).toBe(count);
  // A property that refuses nearly everything would hold as well.
  const { arrived, refusedByClient, refusedByServer } = tally.outcomes;
  expect(arrived).toBeGreaterThan(2 * (refusedByClient + refusedByServer));
  expect(tally.wrong.answers).toBeGreaterThan(50);
  expect(tally.wrong.inputs).toBeGreaterThan(20);
});
