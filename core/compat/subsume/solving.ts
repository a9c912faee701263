import type { Json } from '../../source/json.ts';
import type { Acceptance } from './accept.ts';
import type { Claim } from './claim.ts';

/** What the search for an array or object asks of the rest. */
export interface Solving {
  readonly acceptance: Acceptance;
  /** A value that satisfies the claims, as far as is known by now: the search is taken up again when one is found. */
  readonly inhabitant: (claims: readonly Claim[]) => Json | undefined;
  /** Notes that failing proves nothing, and why. */
  readonly inexact: (reason: string) => void;
}
