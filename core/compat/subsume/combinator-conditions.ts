import type { Schema } from '../../contract/schema.ts';
import type { Condition } from './condition.ts';
import type { Decomposing } from './decompose.ts';
import { type Alternatives, type Item, impossible, type Literal, nothing, onTrail } from './literal.ts';

/** References and `allOf`, `anyOf`, `oneOf`, `not`, `if`: schemas for the same value, in place. */
export function combinatorConditions(literal: Literal, decomposing: Decomposing): readonly Condition[] {
  const { schema } = literal.claim;
  const yes = (part: Schema) => inPlace(literal, part, true);
  const no = (part: Schema) => inPlace(literal, part, false);
  const conditions: Condition[] = [];
  if (schema.ref !== undefined) conditions.push(reference(literal, schema.ref));
  for (const part of schema.allOf ?? []) conditions.push({ asserted: [[yes(part)]], denied: () => [[no(part)]] });
  if (schema.anyOf !== undefined) conditions.push(anyOf(literal, schema.anyOf));
  if (schema.oneOf !== undefined) conditions.push(oneOf(literal, schema.oneOf, decomposing));
  if (schema.not !== undefined) {
    const part = schema.not;
    conditions.push({ asserted: [[no(part)]], denied: () => [[yes(part)]] });
  }
  if (schema.if !== undefined) conditions.push(ifThenElse(literal, schema.if));
  return conditions;
}

/** A schema that must not match evaluates nothing. */
function inPlace(literal: Literal, schema: Schema, holds: boolean): Literal {
  return {
    ...literal,
    claim: { schema, scope: literal.claim.scope, holds },
    trackers: holds ? literal.trackers : [],
    bare: false,
  };
}

function reference(literal: Literal, name: string): Condition {
  const target = literal.claim.scope.schemas.get(name);
  if (target === undefined || onTrail(literal.trail, name)) return { asserted: nothing, denied: () => impossible };
  const trail = { before: literal.trail, name };
  return {
    asserted: [[{ ...inPlace(literal, target, true), trail }]],
    denied: () => [[{ ...inPlace(literal, target, false), trail }]],
  };
}

function anyOf(literal: Literal, branches: readonly Schema[]): Condition {
  const denied = () => [branches.map((branch) => inPlace(literal, branch, false))];
  if (literal.trackers.length === 0) {
    return { asserted: branches.map((branch) => [inPlace(literal, branch, true)]), denied };
  }
  return { asserted: everyCombination(literal, branches), denied };
}

const mostTracked = 4;

/** Each way in which some of the branches match: what is evaluated depends on which. */
function everyCombination(literal: Literal, branches: readonly Schema[]): Alternatives {
  if (branches.length > mostTracked) {
    const reason = '"unevaluated…" around a union of many alternatives is only searched, not proved';
    return branches.map((branch) => [inPlace(literal, branch, true), { kind: 'inexact', reason }]);
  }
  const combinations: Item[][] = [];
  for (let bits = 1; bits < 2 ** branches.length; bits++) {
    combinations.push(branches.map((branch, i) => inPlace(literal, branch, (bits & (1 << i)) !== 0)));
  }
  return combinations;
}

function oneOf(literal: Literal, branches: readonly Schema[], decomposing: Decomposing): Condition {
  const pairs = decomposing.overlapping(literal);
  const asserted = branches.map((branch, i) => [
    inPlace(literal, branch, true),
    ...branches
      .filter((_, j) => pairs.some(([a, b]) => (a === i && b === j) || (a === j && b === i)))
      .map((other) => inPlace(literal, other, false)),
  ]);
  const denied = (): Alternatives => [
    branches.map((branch) => inPlace(literal, branch, false)),
    ...pairs.map(([i, j]) => [i, j].flatMap((k) => branches[k] ?? []).map((branch) => inPlace(literal, branch, true))),
  ];
  return { asserted, denied };
}

function ifThenElse(literal: Literal, condition: Schema): Condition {
  const { schema } = literal.claim;
  const then = (holds: boolean) => branch(literal, schema.then, holds);
  const otherwise = (holds: boolean) => branch(literal, schema.else, holds);
  const both = (holds: boolean): Alternatives => [
    ...then(holds).map((items) => [inPlace(literal, condition, true), ...items]),
    ...otherwise(holds).map((items) => [inPlace(literal, condition, false), ...items]),
  ];
  return { asserted: both(true), denied: () => both(false) };
}

function branch(literal: Literal, schema: Schema | undefined, holds: boolean): Alternatives {
  if (schema === undefined) return holds ? nothing : impossible;
  return [[inPlace(literal, schema, holds)]];
}
