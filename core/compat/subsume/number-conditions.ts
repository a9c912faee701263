import type { Schema } from '../../contract/schema.ts';
import { type Condition, condition } from './condition.ts';

export function numberConditions(schema: Schema): readonly Condition[] {
  const { types, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = schema;
  const conditions: Condition[] = [];
  if (types !== undefined && !types.includes('number')) conditions.push(multiple(1));
  if (minimum !== undefined) conditions.push(atLeast(minimum));
  if (maximum !== undefined) conditions.push(atMost(maximum));
  if (exclusiveMinimum !== undefined) conditions.push(moreThan(exclusiveMinimum));
  if (exclusiveMaximum !== undefined) conditions.push(lessThan(exclusiveMaximum));
  if (multipleOf !== undefined && multipleOf > 0) conditions.push(multiple(multipleOf));
  if (format === 'int32') conditions.push(multiple(1), lessThan(2 ** 31), atLeast(-(2 ** 31)));
  // 2^63 - 1 is no JavaScript number; the nearest one, 2^63, is let pass, as `checkValue` does.
  if (format === 'int64') conditions.push(multiple(1), atMost(2 ** 63), atLeast(-(2 ** 63)));
  return conditions;
}

function atLeast(bound: number): Condition {
  return condition({ kind: 'at-least', bound, exclusive: false }, { kind: 'at-most', bound, exclusive: true });
}

function moreThan(bound: number): Condition {
  return condition({ kind: 'at-least', bound, exclusive: true }, { kind: 'at-most', bound, exclusive: false });
}

function atMost(bound: number): Condition {
  return condition({ kind: 'at-most', bound, exclusive: false }, { kind: 'at-least', bound, exclusive: true });
}

function lessThan(bound: number): Condition {
  return condition({ kind: 'at-most', bound, exclusive: true }, { kind: 'at-least', bound, exclusive: false });
}

function multiple(of: number): Condition {
  return condition({ kind: 'multiple', of, holds: true }, { kind: 'multiple', of, holds: false });
}
