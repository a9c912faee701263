import type { Schema } from '../../contract/schema.ts';
import type { ArrayAtom, Atom } from './atom.ts';
import { type Claim, denied } from './claim.ts';
import { type Condition, condition } from './condition.ts';
import type { Item, Literal } from './literal.ts';

const endless = Number.POSITIVE_INFINITY;

export function arrayConditions(literal: Literal): readonly Condition[] {
  const { schema } = literal.claim;
  const { minItems = 0, maxItems } = schema;
  const conditions: Condition[] = [];
  if (minItems > 0) conditions.push(condition(count(minItems, endless), count(0, minItems - 1)));
  if (maxItems !== undefined) conditions.push(condition(count(0, maxItems), count(maxItems + 1, endless)));
  if (schema.uniqueItems) conditions.push(condition({ kind: 'unique' }, { kind: 'repeated' }));
  if (schema.prefixItems !== undefined || schema.items !== undefined) conditions.push(items(literal));
  if (schema.contains !== undefined) conditions.push(...contains(literal, schema.contains));
  return conditions;
}

function count(min: number, max: number): ArrayAtom {
  return { kind: 'count', min, max };
}

function items(literal: Literal): Condition {
  const { schema, scope } = literal.claim;
  const claimOn = (part: Schema): Claim => ({ schema: part, scope, holds: true });
  const prefix = (schema.prefixItems ?? []).map(claimOn);
  const rest = schema.items === undefined ? undefined : claimOn(schema.items);
  const broken: Atom[] = prefix.map((claim, index) => ({
    kind: 'some-item',
    index,
    onwards: false,
    claim: denied(claim),
  }));
  if (rest !== undefined) {
    broken.push({ kind: 'some-item', index: prefix.length, onwards: true, claim: denied(rest) });
  }
  const itemsUpTo = rest === undefined ? prefix.length : endless;
  const asserted: Item[] = [{ kind: 'items', prefix, rest }, ...speaksFor(literal, itemsUpTo)];
  return { asserted: [asserted], denied: () => broken.map((atom) => [atom]) };
}

function speaksFor({ trackers }: Literal, itemsUpTo: number): readonly Atom[] {
  return trackers.map((tracker) => ({
    kind: 'evaluates',
    tracker,
    names: [],
    patterns: [],
    allProperties: false,
    itemsUpTo,
  }));
}

function contains({ claim: { schema, scope }, trackers }: Literal, matching: Schema): readonly Condition[] {
  const { minContains = 1, maxContains } = schema;
  const claim: Claim = { schema: matching, scope, holds: true };
  const atLeast = (n: number): Atom => ({ kind: 'matches-at-least', count: n, claim });
  const atMost = (n: number): Atom => ({ kind: 'matches-at-most', count: n, claim });
  const conditions: Condition[] = [];
  if (minContains > 0) conditions.push(condition(atLeast(minContains), atMost(minContains - 1)));
  if (maxContains !== undefined) conditions.push(condition(atMost(maxContains), atLeast(maxContains + 1)));
  if (trackers.length > 0) {
    const inexact: Atom = {
      kind: 'inexact',
      reason: '"unevaluatedItems" beside "contains" is only searched, not proved',
    };
    conditions.push({ asserted: [[inexact]], denied: () => [] });
  }
  return conditions;
}
