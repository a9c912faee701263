import type { Schema } from '../contract/schema.ts';
import type { Json } from '../source/json.ts';
import { explainNoMatch } from './alternatives.ts';
import { evaluate } from './evaluate.ts';
import type { Visit } from './visit.ts';

/** `allOf`, `anyOf`, `oneOf`, `not`, `if`: schemas for the same value, in place. */
export function checkCombinators(value: Json, schema: Schema, visit: Visit): void {
  for (const part of schema.allOf ?? []) evaluate(value, part, visit.deeper());
  if (schema.anyOf !== undefined) checkAnyOf(value, schema, schema.anyOf, visit);
  if (schema.oneOf !== undefined) checkOneOf(value, schema, schema.oneOf, visit);
  if (schema.not !== undefined && accepts(value, schema.not, visit, false)) {
    visit.violate(schema, 'not', () => 'must not match the schema under "not"');
  }
  if (schema.if !== undefined) checkIf(value, schema, schema.if, visit);
}

function checkAnyOf(value: Json, schema: Schema, branches: readonly Schema[], visit: Visit): void {
  let matches = 0;
  for (const branch of branches) {
    if (accepts(value, branch, visit)) matches++;
    // Every branch that matches adds to what was evaluated; without a record the first one settles it.
    if (matches > 0 && visit.evaluated === undefined) return;
  }
  if (matches === 0) explainNoMatch(value, schema, { keyword: 'anyOf', branches }, visit);
}

function checkOneOf(value: Json, schema: Schema, branches: readonly Schema[], visit: Visit): void {
  const matches: number[] = [];
  branches.forEach((branch, i) => {
    if (matches.length < 2 && accepts(value, branch, visit)) matches.push(i);
  });
  if (matches.length === 0) explainNoMatch(value, schema, { keyword: 'oneOf', branches }, visit);
  if (matches.length < 2) return;
  const [first = 0, second = 0] = matches;
  visit.violate(
    schema,
    'oneOf',
    () => `must match exactly one of ${branches.length} alternatives, but matches ${first + 1} and ${second + 1}`,
  );
}

function checkIf(value: Json, schema: Schema, condition: Schema, visit: Visit): void {
  const consequence = accepts(value, condition, visit) ? schema.then : schema.else;
  if (consequence !== undefined) evaluate(value, consequence, visit.deeper());
}

/** Tries a schema; what a match has evaluated counts for the visit, unless the match is a bad thing (`not`). */
function accepts(value: Json, schema: Schema, visit: Visit, keep = true): boolean {
  const trial = visit.trial();
  evaluate(value, schema, trial);
  if (trial.violations.failed) return false;
  if (keep && trial.evaluated !== undefined) visit.evaluated?.addAll(trial.evaluated);
  return true;
}
