import type { Message } from '../../core/contract/model.ts';
import type { Schema, SchemaName } from '../../core/contract/schema.ts';
import type { JsonObject } from '../../core/source/json.ts';
import { bodyKindOf, essenceOf } from '../hono-server/runtime/media-type.ts';
import { messageDefaults } from './cloud-event-defaults.ts';
import type { PlannedMessage } from './messages.ts';
import { payloadFormat } from './payload-format.ts';
import type { Defaults } from './runtime/message-spec.ts';
import type { EventSchemaData } from './schema-data.ts';

export interface MessageDataContext {
  readonly schemas: ReadonlyMap<SchemaName, Schema>;
  readonly data: EventSchemaData;
}

/** A message as the runtime's `MessageSpec`. */
export function messageData({ message, label }: PlannedMessage, { schemas, data }: MessageDataContext): JsonObject {
  const format = payloadFormat(message, schemas);
  const { cloudEvent, payloadDefaults, headerDefaults } = messageDefaults(message, schemas);
  return {
    name: label,
    contentType: contentTypeOf(message),
    format,
    ...(hasCheckedPayload(message, format) && { payload: data.print(message.payload) }),
    ...(message.headers !== undefined && { headers: data.print(message.headers) }),
    ...(cloudEvent !== undefined && { cloudEvent }),
    ...(payloadDefaults !== undefined && { payloadDefaults: asJson(payloadDefaults) }),
    ...(headerDefaults !== undefined && { headerDefaults: asJson(headerDefaults) }),
  };
}

/** Readers take silence for JSON, which Avro and the like are not. */
function contentTypeOf({ foreign, contentType }: Message): string {
  return foreign !== undefined && bodyKindOf(contentType) === 'json' ? essenceOf(foreign.format) : contentType;
}

/** JSON Schema says nothing about bytes. */
function hasCheckedPayload(message: Message, format: string): message is Message & { readonly payload: Schema } {
  return message.payload !== undefined && format !== 'bytes';
}

function asJson(defaults: Defaults): JsonObject {
  return Object.fromEntries(Object.entries(defaults).map(([name, source]) => [name, { ...source }]));
}
