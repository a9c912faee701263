import type { Schema } from '../../contract/schema.ts';
import type { Direction } from '../../contract/walk.ts';
import { checkValue } from '../../schema/check.ts';
import type { Json } from '../../source/json.ts';
import { parsePointer } from '../../source/pointer.ts';
import type { Answer } from '../answer.ts';
import type { Scope } from './claim.ts';

export interface Explaining {
  readonly value: Json;
  readonly first: { readonly schema: Schema; readonly scope: Scope };
  readonly second: { readonly schema: Schema; readonly scope: Scope };
  readonly direction: Direction | undefined;
}

/** Says in words what the second schema has against the value; undefined when it has nothing against it. */
export function explain({ value, first, second, direction }: Explaining): Answer | undefined {
  const directed = direction === undefined ? {} : { direction };
  const violations = checkValue(value, second.schema, { schemas: second.scope.schemas, ...directed });
  const [violation] = violations;
  if (violation === undefined) return undefined;
  const { pointer, keyword, message, schemaLocation } = violation;
  const counterpart = counterpartOf(first.schema, first.scope, pointer);
  return {
    kind: 'witness',
    value,
    pointer,
    keyword,
    reason: `${pointer === '' ? 'the value' : pointer} ${message}`,
    first: counterpart.location,
    second: schemaLocation,
  };
}

/** The part of a schema that speaks about the value at a pointer, as far as it can be followed. */
function counterpartOf(schema: Schema, scope: Scope, pointer: string): Schema {
  let at = schema;
  for (const key of parsePointer(pointer) ?? []) {
    const next = partFor(at, scope, key, new Set());
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

function partFor(schema: Schema, scope: Scope, key: string, seen: Set<Schema>): Schema | undefined {
  if (seen.has(schema)) return undefined;
  seen.add(schema);
  const index = /^\d+$/.test(key) ? Number(key) : undefined;
  const own =
    schema.properties?.get(key) ?? (index === undefined ? undefined : (schema.prefixItems?.[index] ?? schema.items));
  if (own !== undefined) return own;
  const target = schema.ref === undefined ? undefined : scope.schemas.get(schema.ref);
  const parts = [
    ...(target === undefined ? [] : [target]),
    ...(schema.allOf ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
  ];
  for (const part of parts) {
    const found = partFor(part, scope, key, seen);
    if (found !== undefined) return found;
  }
  return schema.additionalProperties?.always === undefined ? schema.additionalProperties : undefined;
}
