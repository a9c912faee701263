import type { Message } from '../../core/contract/model.ts';
import type { Schema, SchemaName } from '../../core/contract/schema.ts';
import { bodyKindOf } from '../hono-server/runtime/media-type.ts';
import type { PayloadFormat } from './runtime/message-spec.ts';

/** How the payload of a message is read and written, decided by its content type and whether its schema is for text. */
export function payloadFormat(message: Message, schemas: ReadonlyMap<SchemaName, Schema>): PayloadFormat {
  // Avro, Protobuf and the like have bytes of their own, whatever the content type says or is taken to be.
  if (message.foreign !== undefined) return 'codec';
  const kind = bodyKindOf(message.contentType);
  if (kind === 'json') return 'json';
  if (message.payload !== undefined && !isTextual(message.payload, schemas, new Set())) return 'codec';
  return kind === 'text' ? 'text' : 'bytes';
}

/** Nothing but strings or bytes. */
function isTextual(schema: Schema, schemas: ReadonlyMap<SchemaName, Schema>, passed: Set<Schema>): boolean {
  if (passed.has(schema)) return false;
  passed.add(schema);
  if (schema.binary || (schema.types?.length === 1 && schema.types[0] === 'string')) return true;
  if (schema.types !== undefined) return false;
  if (schema.enum?.every((value) => typeof value === 'string')) return true;
  const target = schema.ref === undefined ? undefined : schemas.get(schema.ref);
  const parts = [...(target === undefined ? [] : [target]), ...(schema.allOf ?? [])];
  return parts.some((part) => isTextual(part, schemas, passed));
}
