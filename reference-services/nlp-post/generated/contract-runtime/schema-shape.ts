// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { JsonSchema, SchemaKeywords } from './operation.ts';
import type { SchemaSet } from './schema-set.ts';

export type JsonType = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';

const everyType: readonly JsonType[] = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'];

/** The JSON types that a value of the schema can have, through references and combinations. */
export function typesOf(set: SchemaSet, schema: JsonSchema): ReadonlySet<JsonType> {
  if (typeof schema === 'boolean') return new Set(collectTypes(set, schema, new Map()));
  const known = knownTypes.get(schema) ?? new Set(collectTypes(set, schema, new Map()));
  knownTypes.set(schema, known);
  return known;
}

/** Every request asks for the same few schemas. */
const knownTypes = new WeakMap<object, ReadonlySet<JsonType>>();

/** What a member of an object must satisfy; `undefined` when the schema never speaks of it. */
export function propertySchema(set: SchemaSet, schema: JsonSchema, name: string): JsonSchema | undefined {
  const found = parts(set, schema).flatMap((part) => {
    const properties = part.properties;
    if (isRecord(properties) && Object.hasOwn(properties, name)) return [asSchema(properties[name])];
    return part.additionalProperties === undefined ? [] : [asSchema(part.additionalProperties)];
  });
  return combine(found);
}

/** What an item of an array must satisfy. */
export function itemSchema(set: SchemaSet, schema: JsonSchema, index: number): JsonSchema {
  const found = parts(set, schema).flatMap((part) => {
    const prefix = part.prefixItems;
    if (Array.isArray(prefix) && index < prefix.length) return [asSchema(prefix[index])];
    return part.items === undefined ? [] : [asSchema(part.items)];
  });
  return combine(found) ?? true;
}

/** The names of all declared members. */
export function propertyNames(set: SchemaSet, schema: JsonSchema): readonly string[] {
  const names = parts(set, schema).flatMap((part) => (isRecord(part.properties) ? Object.keys(part.properties) : []));
  return [...new Set(names)];
}

/** True when the schema says itself that members without a name of their own are welcome. */
export function invitesOtherProperties(set: SchemaSet, schema: JsonSchema): boolean {
  return parts(set, schema).some(
    (part) => part.additionalProperties !== undefined && part.additionalProperties !== false,
  );
}

/** True when no member may stand beside the declared ones, in the words that `propertySchema` does not look at. */
export function isClosed(set: SchemaSet, schema: JsonSchema): boolean {
  return parts(set, schema).some(
    (part) => part.unevaluatedProperties !== undefined && part.unevaluatedProperties !== true,
  );
}

/** `known` holds what has been collected, and every type for a schema that refers to itself before it is done. */
function collectTypes(
  set: SchemaSet,
  schema: JsonSchema,
  known: Map<object, readonly JsonType[]>,
): readonly JsonType[] {
  if (typeof schema === 'boolean') return schema ? everyType : [];
  const before = known.get(schema);
  if (before !== undefined) return before;
  known.set(schema, everyType);
  let types = everyType;
  if (typeof schema.type === 'string') types = narrow(types, [asType(schema.type)]);
  if (Array.isArray(schema.type)) types = narrow(types, schema.type.map(asType));
  if (Array.isArray(schema.enum)) types = narrow(types, schema.enum.flatMap(typesOfValue));
  if ('const' in schema) types = narrow(types, typesOfValue(schema.const));
  if (schema.$ref !== undefined) types = narrow(types, collectTypes(set, set.resolve(schema.$ref), known));
  for (const part of asSchemas(schema.allOf)) types = narrow(types, collectTypes(set, part, known));
  for (const union of [asSchemas(schema.anyOf), asSchemas(schema.oneOf)]) {
    if (union.length === 0) continue;
    types = narrow(
      types,
      union.flatMap((part) => collectTypes(set, part, known)),
    );
  }
  known.set(schema, types);
  return types;
}

/** Integers are numbers, so either of the two words lets integers through. */
function narrow(types: readonly JsonType[], allowed: readonly JsonType[]): readonly JsonType[] {
  return types.filter((type) => allowed.includes(type) || (type === 'integer' && allowed.includes('number')));
}

/** The schema itself and everything it is combined from. */
function parts(set: SchemaSet, schema: JsonSchema, passed = new Set<object>()): SchemaKeywords[] {
  if (typeof schema === 'boolean' || passed.has(schema)) return [];
  passed.add(schema);
  const below = [...asSchemas(schema.allOf), ...asSchemas(schema.anyOf), ...asSchemas(schema.oneOf)];
  if (schema.$ref !== undefined) below.push(set.resolve(schema.$ref));
  return [schema, ...below.flatMap((part) => parts(set, part, passed))];
}

function combine(found: readonly JsonSchema[]): JsonSchema | undefined {
  return found.length > 1 ? { anyOf: found } : found[0];
}

export function asSchemas(value: unknown): JsonSchema[] {
  return Array.isArray(value) ? value.map(asSchema) : [];
}

export function asSchema(value: unknown): JsonSchema {
  return typeof value === 'boolean' || isRecord(value) ? value : true;
}

function asType(value: unknown): JsonType {
  return everyType.find((type) => type === value) ?? 'null';
}

function typesOfValue(value: unknown): JsonType[] {
  if (value === null) return ['null'];
  if (Array.isArray(value)) return ['array'];
  if (typeof value === 'number') return ['integer', 'number'];
  return [asType(typeof value)];
}

export function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
