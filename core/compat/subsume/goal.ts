import { isArray, isObject, type Json } from '../../source/json.ts';
import type { Atom } from './atom.ts';
import type { Claim } from './claim.ts';
import type { JsonType } from './decompose.ts';

/** One way to satisfy a goal: conditions on a value of one type. */
export interface Leaf {
  readonly goal: Goal;
  readonly type: JsonType;
  readonly atoms: readonly Atom[];
  /** Goals whose value would be a part of the value. */
  readonly waitsFor: Set<Goal>;
  reason: string | undefined;
  queued: boolean;
}

/** The question whether some value satisfies all of the claims. Its answer grows: open, then one of the other three. */
export interface Goal {
  readonly claims: readonly Claim[];
  state: 'open' | 'inhabited' | 'empty' | 'unsure';
  value: Json | undefined;
  /** How deep the value nests. */
  depth: number;
  /** Why it could not be told. */
  reason: string | undefined;
  expanded: boolean;
  leaves: Leaf[];
  /** The leaves to take up again once there is a value. */
  readonly dependents: Set<Leaf>;
}

export function newGoal(claims: readonly Claim[]): Goal {
  return {
    claims,
    state: 'open',
    value: undefined,
    depth: 0,
    reason: undefined,
    expanded: false,
    leaves: [],
    dependents: new Set(),
  };
}

/** The same text for the same claims in any order, by the numbers of their meanings. */
export function keyOf(claims: ReadonlyMap<number, Claim>): string {
  const parts: string[] = [];
  for (const [number, { holds }] of claims) parts.push(holds ? `${number}` : `!${number}`);
  return parts.length > 1 ? parts.sort().join() : (parts[0] ?? '');
}

/** All that is asked of a property which has to be there and to be refused, as what breaks an object most often is. */
export function claimsOnBroken(atoms: readonly Atom[]): readonly Claim[] | undefined {
  const broken = atoms.find((atom) => atom.kind === 'property' && !atom.claim.holds);
  if (broken?.kind !== 'property') return undefined;
  const { name } = broken;
  if (!atoms.some((atom) => atom.kind === 'has' && atom.name === name)) return undefined;
  return atoms.flatMap((atom) => (atom.kind === 'property' && atom.name === name ? [atom.claim] : []));
}

/** What the author chose to show is the most readable value. */
export function examplesOf(claims: readonly Claim[]): readonly Json[] {
  return claims
    .filter(({ holds }) => holds)
    .flatMap(({ schema }) => [...schema.examples, ...(schema.default === undefined ? [] : [schema.default])])
    .map(({ value }) => value)
    .filter((value) => typeof value === 'string' || typeof value === 'number');
}

export function depthOf(value: Json): number {
  if (isArray(value)) return 1 + Math.max(0, ...value.map(depthOf));
  if (isObject(value)) return 1 + Math.max(0, ...Object.values(value).map(depthOf));
  return 1;
}
