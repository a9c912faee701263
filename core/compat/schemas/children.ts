import type { Schema, SchemaName } from '../../contract/schema.ts';
import { flatten } from './flatten.ts';

type Schemas = ReadonlyMap<SchemaName, Schema>;

const known = new WeakMap<Schemas, ReadonlyMap<Schema, ReadonlySet<SchemaName>>>();

/** The named schemas that extend `base`, which has a discriminator, without any reference from it to them. */
export function childrenOf(base: Schema, schemas: Schemas): ReadonlySet<SchemaName> {
  const children = known.get(schemas) ?? findChildren(schemas);
  known.set(schemas, children);
  return children.get(base) ?? none;
}

const none: ReadonlySet<SchemaName> = new Set();

function findChildren(schemas: Schemas): ReadonlyMap<Schema, ReadonlySet<SchemaName>> {
  const found = new Map<Schema, Set<SchemaName>>();
  for (const schema of schemas.values()) if (isBase(schema)) found.set(schema, new Set());
  if (found.size === 0) return found;
  for (const [name, schema] of schemas) {
    for (const part of flatten(schema, schemas)) if (part !== schema) found.get(part)?.add(name);
  }
  return found;
}

/** A base class, as opposed to a union, which lists its alternatives. */
export function isBase({ discriminator, anyOf, oneOf }: Schema): boolean {
  return discriminator !== undefined && anyOf === undefined && oneOf === undefined;
}
