import type { Atom } from './atom.ts';
import type { Alternatives } from './literal.ts';

/** A keyword, as what it demands and as what breaks it. The second is often long and not needed, hence late. */
export interface Condition {
  readonly asserted: Alternatives;
  readonly denied: () => Alternatives;
}

/** The common case: one atom, broken by any one of others. */
export function condition(asserted: Atom, ...denied: readonly Atom[]): Condition {
  return { asserted: [[asserted]], denied: () => denied.map((atom) => [atom]) };
}
