import type { Schema, SchemaName } from '../../core/contract/schema.ts';

/** The properties that every value of a schema may have, looked for through references and `allOf`. */
export function propertiesOf(
  schema: Schema | undefined,
  schemas: ReadonlyMap<SchemaName, Schema>,
  passed = new Set<Schema>(),
): Map<string, Schema> {
  const found = new Map<string, Schema>();
  if (schema === undefined || passed.has(schema)) return found;
  passed.add(schema);
  const target = schema.ref === undefined ? undefined : schemas.get(schema.ref);
  for (const part of [...(target === undefined ? [] : [target]), ...(schema.allOf ?? [])]) {
    for (const [name, property] of propertiesOf(part, schemas, passed)) {
      // The part that says more decides: an envelope's `type` is any string, an event's is one.
      if (!found.has(name) || onlyValueOf(property, schemas) !== undefined) found.set(name, property);
    }
  }
  for (const [name, property] of schema.properties ?? []) {
    if (!found.has(name) || onlyValueOf(property, schemas) !== undefined) found.set(name, property);
  }
  return found;
}

/** The text that a schema leaves no choice about. */
export function onlyValueOf(
  schema: Schema | undefined,
  schemas: ReadonlyMap<SchemaName, Schema>,
  passed = new Set<Schema>(),
): string | undefined {
  if (schema === undefined || passed.has(schema)) return undefined;
  passed.add(schema);
  const [only] = schema.enum ?? [];
  if (schema.enum?.length === 1 && typeof only === 'string') return only;
  return schema.ref === undefined ? undefined : onlyValueOf(schemas.get(schema.ref), schemas, passed);
}
