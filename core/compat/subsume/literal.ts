import type { Schema, SchemaName } from '../../contract/schema.ts';
import type { Atom } from './atom.ts';
import type { Claim } from './claim.ts';

/** The references followed at this very value: meeting one again means no progress, and counts as accepting. */
export interface Trail {
  readonly before: Trail | undefined;
  readonly name: SchemaName;
}

/** A claim about the value itself, on the way to atoms. */
export interface Literal {
  readonly kind: 'literal';
  readonly claim: Claim;
  /** The schema that was applied to this value first. */
  readonly root: Schema;
  readonly trail: Trail | undefined;
  /** The `unevaluated…` around here that ask what this schema speaks for. */
  readonly trackers: readonly number[];
  /** Without its own `unevaluated…`. */
  readonly bare: boolean;
}

export type Item = Literal | Atom;

/** One of these lists must hold, all of its items. None: impossible; one empty list: nothing is said. */
export type Alternatives = ReadonlyArray<readonly Item[]>;

export const impossible: Alternatives = [];
export const nothing: Alternatives = [[]];

export function literalOf(claim: Claim): Literal {
  return { kind: 'literal', claim, root: claim.schema, trail: undefined, trackers: [], bare: false };
}

export function onTrail(trail: Trail | undefined, name: SchemaName): boolean {
  for (let at = trail; at !== undefined; at = at.before) if (at.name === name) return true;
  return false;
}
