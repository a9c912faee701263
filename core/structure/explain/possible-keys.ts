import type { MetaSchema, MetaSchemaObject } from '../meta-schema.ts';
import type { Explanation } from './explain.ts';

const known = new WeakMap<MetaSchemaObject, ReadonlySet<string>>();

/** The keys that an object under `schema` may hold in one combination or another: those of every alternative and condition. */
export function possibleKeys(explanation: Explanation, schema: MetaSchemaObject): ReadonlySet<string> {
  let keys = known.get(schema);
  if (keys === undefined) {
    keys = new Set(namesIn(explanation, schema, new Set()));
    known.set(schema, keys);
  }
  return keys;
}

function namesIn(explanation: Explanation, schema: MetaSchema, visited: Set<MetaSchema>): readonly string[] {
  if (typeof schema === 'boolean' || visited.has(schema)) return [];
  visited.add(schema);
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  parts.push(...Object.values(schema.dependentSchemas ?? {}), schema.then ?? true, schema.else ?? true);
  if (schema.$ref !== undefined) parts.push(explanation.resolve(schema.$ref));
  return [...Object.keys(schema.properties ?? {}), ...parts.flatMap((part) => namesIn(explanation, part, visited))];
}
