import type { Schema, SchemaName } from '../../../core/contract/schema.ts';
import { onlyValueOf, propertiesOf } from '../../events/properties.ts';

export interface FixedMembers {
  readonly values: Readonly<Record<string, string>>;
  /** Nothing else has to be given. */
  readonly isAll: boolean;
}

/** The members of a payload that have to be there and whose value the contract leaves no choice about, such as `type`. */
export function fixedMembers(
  schema: Schema | undefined,
  schemas: ReadonlyMap<SchemaName, Schema>,
): FixedMembers | undefined {
  if (schema === undefined || !isPlainObject(schema, schemas, new Set())) return undefined;
  const properties = propertiesOf(schema, schemas);
  const required = requiredOf(schema, schemas, new Set());
  const values = [...required].flatMap((name) => {
    const value = onlyValueOf(properties.get(name), schemas);
    return value === undefined || name === '__proto__' ? [] : [[name, value] as const];
  });
  if (values.length === 0) return undefined;
  return { values: Object.fromEntries(values), isAll: values.length === required.size };
}

/** An object, and not one of several. */
function isPlainObject(schema: Schema, schemas: ReadonlyMap<SchemaName, Schema>, passed: Set<Schema>): boolean {
  if (passed.has(schema) || schema.oneOf !== undefined || schema.anyOf !== undefined) return false;
  passed.add(schema);
  if (schema.types !== undefined) return schema.types.length === 1 && schema.types[0] === 'object';
  const target = schema.ref === undefined ? undefined : schemas.get(schema.ref);
  const parts = [...(target === undefined ? [] : [target]), ...(schema.allOf ?? [])];
  return parts.length > 0 && parts.every((part) => isPlainObject(part, schemas, passed));
}

/** The members that every value has, by the schema, what it refers to, and `allOf`. */
export function requiredOf(
  schema: Schema,
  schemas: ReadonlyMap<SchemaName, Schema>,
  passed: Set<Schema>,
): ReadonlySet<string> {
  if (passed.has(schema)) return new Set();
  passed.add(schema);
  const target = schema.ref === undefined ? undefined : schemas.get(schema.ref);
  const parts = [...(target === undefined ? [] : [target]), ...(schema.allOf ?? [])];
  return new Set([...(schema.required ?? []), ...parts.flatMap((part) => [...requiredOf(part, schemas, passed)])]);
}
