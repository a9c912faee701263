import type { Schema } from '../contract/schema.ts';
import { isArray, isObject, type Json } from '../source/json.ts';
import { checkArray } from './arrays.ts';
import { checkCombinators } from './combinators.ts';
import { checkNumber } from './numbers.ts';
import { checkObject } from './objects.ts';
import { checkString } from './strings.ts';
import { checkType } from './types.ts';
import { checkUnevaluated } from './unevaluated.ts';
import type { Visit } from './visit.ts';

/** Checks one value under one schema, all of its keywords, and whatever lies below both. */
export function evaluate(value: Json, schema: Schema, visit: Visit): void {
  if (visit.violations.full || !visit.check.budget.spend(visit.depth)) return;
  if (schema.always === true || schema.binary) return;
  if (schema.always === false) {
    visit.violate(schema, 'false', () => 'must not be there: the schema accepts no value');
    return;
  }
  // Of a value of the wrong type, or outside a list of values, the other keywords have nothing useful to say.
  if (!checkType(value, schema, visit)) return;
  const needsRecord = schema.unevaluatedProperties !== undefined || schema.unevaluatedItems !== undefined;
  const own = needsRecord ? visit.withOwnEvaluated() : visit;
  if (typeof value === 'string') checkString(value, schema, own);
  else if (typeof value === 'number') checkNumber(value, schema, own);
  else if (isArray(value)) checkArray(value, schema, own);
  else if (isObject(value)) checkObject(value, schema, own);
  followReference(value, schema, own);
  checkCombinators(value, schema, own);
  if (own !== visit) checkUnevaluated(value, schema, own);
  if (own !== visit && own.evaluated !== undefined) visit.evaluated?.addAll(own.evaluated);
}

function followReference(value: Json, schema: Schema, visit: Visit): void {
  if (schema.ref === undefined) return;
  const target = visit.check.schemas.get(schema.ref);
  const behind = visit.behind(schema.ref);
  if (target !== undefined && behind !== undefined) evaluate(value, target, behind);
}
