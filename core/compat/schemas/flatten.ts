import type { Schema, SchemaName } from '../../contract/schema.ts';

/**
 * The schemas that must all hold where `schema` stands: itself, what it refers to, and the members of `allOf`, without
 * their own references and `allOf`. References, inline schemas and any nesting of `allOf` come out as the same list.
 */
export function flatten(schema: Schema, schemas: ReadonlyMap<SchemaName, Schema>): readonly Schema[] {
  const found: Schema[] = [];
  const seen = new Set<Schema>();
  const open: Schema[] = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    found.push(next);
    for (const part of [...(next.allOf ?? [])].reverse()) open.push(part);
    const target = next.ref === undefined ? undefined : schemas.get(next.ref);
    if (target !== undefined) open.push(target);
  }
  return found;
}

/** The names by which the schemas of `flatten` are reached. */
export function namesOf(schema: Schema, schemas: ReadonlyMap<SchemaName, Schema>): ReadonlySet<SchemaName> {
  return new Set(flatten(schema, schemas).flatMap(({ ref }) => (ref === undefined ? [] : [ref])));
}
