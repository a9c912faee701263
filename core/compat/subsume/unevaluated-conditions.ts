import type { Atom } from './atom.ts';
import { type Claim, denied } from './claim.ts';
import type { Condition } from './condition.ts';
import type { Decomposing } from './decompose.ts';
import type { Literal } from './literal.ts';

interface Tracked {
  /** The literal to take apart: it notes what it evaluates for its own `unevaluated…` too. */
  readonly literal: Literal;
  readonly conditions: readonly Condition[];
}

/** `unevaluatedProperties` and `unevaluatedItems`: what no other keyword of the schema has spoken for. */
export function unevaluatedConditions(literal: Literal, decomposing: Decomposing): Tracked {
  const { schema, scope, holds } = literal.claim;
  const { type } = decomposing;
  const of = type === 'object' ? 'properties' : 'items';
  const rest = type === 'object' ? schema.unevaluatedProperties : schema.unevaluatedItems;
  if (rest === undefined || literal.bare || (type !== 'object' && type !== 'array')) return { literal, conditions: [] };
  const tracker = decomposing.nextTracker();
  const claim: Claim = { schema: rest, scope, holds: true };
  const trackers = [...literal.trackers, tracker];
  const all = literal.trackers.map(
    (outer): Atom => ({
      kind: 'evaluates',
      tracker: outer,
      names: [],
      patterns: [],
      allProperties: of === 'properties',
      itemsUpTo: of === 'items' ? Number.POSITIVE_INFINITY : 0,
    }),
  );
  const without: Literal = { ...literal, claim: { ...literal.claim, holds: true }, trackers, bare: true };
  const condition: Condition = {
    asserted: [[{ kind: 'unevaluated', tracker, of, claim, quantifier: 'every' }, ...all]],
    denied: () => [[without, { kind: 'unevaluated', tracker, of, claim: denied(claim), quantifier: 'some' }]],
  };
  return { literal: holds ? { ...literal, trackers } : literal, conditions: [condition] };
}
