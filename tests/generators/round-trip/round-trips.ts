import * as fc from 'fast-check';
import { Loader } from './load.ts';
import { makeTrip, trip } from './property.ts';
import { Tally } from './tally.ts';

export interface RoundTripOptions {
  readonly count: number;
  readonly seed: number;
}

export interface RoundTripReport {
  readonly contracts: number;
  readonly tally: Tally;
  /** The smallest contract and call that fast-check found to fail, in words; undefined when all went well. */
  readonly failure: string | undefined;
}

/** Makes that many random contracts, generates the client and the server of each, and has them talk. */
export async function roundTrips({ count, seed }: RoundTripOptions): Promise<RoundTripReport> {
  const loader = new Loader();
  const tally = new Tally();
  try {
    const details = await fc.check(
      fc.asyncProperty(trip, (one) => makeTrip(one, loader, tally)),
      { numRuns: count, seed },
    );
    const failure = details.failed
      ? `seed ${seed}, path ${details.counterexamplePath}\n${String(details.errorInstance)}`
      : undefined;
    return { contracts: details.numRuns, tally, failure };
  } finally {
    loader.remove();
  }
}
