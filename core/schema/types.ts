import type { Schema, TypeName } from '../contract/schema.ts';
import { type Json, jsonEqual, jsonTypeOf } from '../source/json.ts';
import { describe, describeList } from './describe.ts';
import type { Visit } from './visit.ts';

/** `type` and `enum`: whether the value is of a kind that the schema speaks of at all. */
export function checkType(value: Json, schema: Schema, visit: Visit): boolean {
  const { types, enum: values } = schema;
  if (types !== undefined && !types.some((type) => isOfType(value, type))) {
    visit.violate(schema, 'type', () => `must be ${printTypes(types)}, but is ${describe(value)}`);
    return false;
  }
  if (values !== undefined && !values.some((allowed) => jsonEqual(allowed, value))) {
    const wanted = values.length === 1 ? '' : 'one of ';
    visit.violate(schema, 'enum', () =>
      values.length === 0
        ? 'must not be there: the schema lists no value'
        : `must be ${wanted}${describeList(values)}, but is ${describe(value)}`,
    );
    return false;
  }
  return true;
}

/** A number without a fraction is an integer however it is written: `1.0` too. */
export function isOfType(value: Json, type: TypeName): boolean {
  if (type === 'integer') return Number.isInteger(value);
  return jsonTypeOf(value) === type;
}

const names: Readonly<Record<TypeName, string>> = {
  null: 'null',
  boolean: 'true or false',
  integer: 'an integer',
  number: 'a number',
  string: 'a string',
  array: 'an array',
  object: 'an object',
};

export function printTypes(types: readonly TypeName[]): string {
  return types.map((type) => names[type]).join(' or ');
}
