import type { Atom, EvaluationAtom } from './atom.ts';
import { made } from './different-from.ts';
import { makeSchema } from './make-schema.ts';
import type { Solving } from './solving.ts';

type Evaluates = Extract<EvaluationAtom, { kind: 'evaluates' }>;

/** Turns `unevaluated…` into a condition on properties or items, now that it is settled who has spoken for which. */
export function tracked(atoms: readonly Atom[], of: 'properties' | 'items', solving: Solving): readonly Atom[] {
  if (!atoms.some(({ kind }) => kind === 'evaluates' || kind === 'unevaluated' || kind === 'inexact')) return atoms;
  return atoms.flatMap((atom): readonly Atom[] => {
    if (atom.kind === 'inexact') solving.inexact(atom.reason);
    if (atom.kind === 'evaluates' || atom.kind === 'inexact') return [];
    if (atom.kind !== 'unevaluated') return [atom];
    if (atom.of !== of) return [];
    const spoken = atoms.filter((one) => one.kind === 'evaluates').filter((one) => one.tracker === atom.tracker);
    return of === 'properties' ? ofProperties(atom, spoken) : ofItems(atom, spoken);
  });
}

const anything = { schema: makeSchema({ always: true }), scope: made, holds: true };
const never: Atom = { kind: 'in', values: [] };

type Unevaluated = Extract<EvaluationAtom, { kind: 'unevaluated' }>;

function ofProperties({ claim, quantifier }: Unevaluated, spoken: readonly Evaluates[]): readonly Atom[] {
  if (spoken.some(({ allProperties }) => allProperties)) return quantifier === 'every' ? [] : [never];
  const names = {
    others: new Set(spoken.flatMap((one) => one.names)),
    otherPatterns: [...new Set(spoken.flatMap((one) => one.patterns))],
  };
  if (quantifier === 'every') return [{ kind: 'properties', names, claim }];
  return [{ kind: 'some-property', names, claim }];
}

function ofItems({ claim, quantifier }: Unevaluated, spoken: readonly Evaluates[]): readonly Atom[] {
  const from = Math.max(0, ...spoken.map(({ itemsUpTo }) => itemsUpTo));
  if (from === Number.POSITIVE_INFINITY) return quantifier === 'every' ? [] : [never];
  if (quantifier === 'some') return [{ kind: 'some-item', index: from, onwards: true, claim }];
  return [{ kind: 'items', prefix: Array.from({ length: from }, () => anything), rest: claim }];
}
