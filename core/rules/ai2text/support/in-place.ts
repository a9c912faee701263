import type { Schema, SchemaName } from '../../../contract/schema.ts';

export type Schemas = ReadonlyMap<SchemaName, Schema>;

/** The schema and all that must hold with it for the same value: what it refers to, and its `allOf`. */
export function inPlace(schema: Schema, schemas: Schemas): readonly Schema[] {
  const found = new Set<Schema>();
  const open = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    const target = next.ref === undefined ? undefined : schemas.get(next.ref);
    if (target !== undefined) open.push(target);
    open.push(...(next.allOf ?? []));
  }
  return [...found];
}

/** The schema of a property, wherever among the schemas in place it is declared. */
export function propertyOf(schema: Schema, name: string, schemas: Schemas): Schema | undefined {
  for (const part of inPlace(schema, schemas)) {
    const property = part.properties?.get(name);
    if (property !== undefined) return property;
  }
  return undefined;
}

export function isRequired(schema: Schema, name: string, schemas: Schemas): boolean {
  return inPlace(schema, schemas).some(({ required }) => required?.includes(name) === true);
}

export function mayBe(schema: Schema, type: 'array' | 'string', schemas: Schemas): boolean {
  return inPlace(schema, schemas).some(({ types }) => types?.includes(type) === true);
}
