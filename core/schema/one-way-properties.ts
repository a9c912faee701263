import type { Schema, SchemaName } from '../contract/schema.ts';
import type { Visit } from './visit.ts';

/**
 * True for a required property that does not travel in this direction: OpenAPI 3.0.3, Schema Object, lets `required`
 * bind a `readOnly` property in responses only and a `writeOnly` one in requests only. The property may be described in
 * another part of the schema than the one that requires it.
 */
export function mayBeMissing(name: string, visit: Visit): boolean {
  const { direction, schemas } = visit.check;
  if (direction === undefined) return false;
  const flag = direction === 'input' ? 'readOnly' : 'writeOnly';
  return declarationsOf(name, visit).some((property) => isFlagged(property, flag, schemas));
}

function isFlagged(
  schema: Schema,
  flag: 'readOnly' | 'writeOnly',
  schemas: ReadonlyMap<SchemaName, Schema>,
  seen: ReadonlySet<Schema> = new Set(),
): boolean {
  if (seen.has(schema)) return false;
  if (schema[flag]) return true;
  const passed = new Set([...seen, schema]);
  const target = schema.ref === undefined ? undefined : schemas.get(schema.ref);
  const parts = [...(schema.allOf ?? []), ...(target === undefined ? [] : [target])];
  return parts.some((part) => isFlagged(part, flag, schemas, passed));
}

/** Each schema of the property that applies in place somewhere under the first schema of the value. */
function declarationsOf(name: string, { root, check, depth }: Visit): readonly Schema[] {
  const found: Schema[] = [];
  const seen = new Set<Schema>();
  const open: Schema[] = [root];
  for (let schema = open.pop(); schema !== undefined; schema = open.pop()) {
    if (seen.has(schema) || !check.budget.spend(depth)) continue;
    seen.add(schema);
    const property = schema.properties?.get(name);
    if (property !== undefined) found.push(property);
    const target = schema.ref === undefined ? undefined : check.schemas.get(schema.ref);
    if (target !== undefined) open.push(target);
    for (const part of [schema.allOf, schema.anyOf, schema.oneOf]) open.push(...(part ?? []));
    for (const part of [schema.then, schema.else]) if (part !== undefined) open.push(part);
  }
  return found;
}
