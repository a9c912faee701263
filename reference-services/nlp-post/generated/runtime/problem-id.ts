// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { essenceOf } from './media-type.ts';
import type { BodyContentSpec } from './operation.ts';
import type { SchemaSet } from './schema-set.ts';
import { isClosed, propertySchema } from './schema-shape.ts';

/**
 * Puts the request's id into a problem, whether a handler returned or threw it, so that every problem can be quoted. A
 * problem that has one keeps it, and one whose schema has no room for it stays as it is.
 */
export function withRequestId(set: SchemaSet, content: BodyContentSpec, body: unknown, requestId: string): unknown {
  if (essenceOf(content.type) !== 'application/problem+json' || !isPlainObject(body)) return body;
  if (body.requestId !== undefined || !hasRoom(set, content, requestId)) return body;
  return { ...body, requestId };
}

function hasRoom(set: SchemaSet, { schema = true }: BodyContentSpec, requestId: string): boolean {
  const member = propertySchema(set, schema, 'requestId');
  return member === undefined ? !isClosed(set, schema) : set.accepts(member, requestId);
}

function isPlainObject(value: unknown): value is { readonly requestId?: unknown } {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
