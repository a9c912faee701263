import type { Schema } from '../../core/contract/schema.ts';
import type { JsonObject } from '../../core/source/json.ts';
import type { PlannedMessage } from '../events/messages.ts';
import { payloadFormat } from '../events/payload-format.ts';
import type { EventSchemaData } from '../events/schema-data.ts';
import { fixedMembers } from '../typescript-client/websocket/fixed-members.ts';
import { frameFormat } from '../typescript-client/websocket/frame-format.ts';
import type { SocketContext } from '../typescript-client/websocket/view.ts';

/** The runtime's `PayloadData`. */
export function payloadData(
  { message }: PlannedMessage,
  { contract }: SocketContext,
  data: EventSchemaData,
): JsonObject {
  const { schemas } = contract;
  const { payload } = message;
  if (payload === undefined) return {};
  if (frameFormat(message, schemas) === 'bytes') return byteLimits(payload, contract.schemas);
  // Text that stands for a value in another notation is not what the schema is about.
  return payloadFormat(message, schemas) === 'codec' ? {} : { payload: data.print(payload) };
}

/** What the service sends. */
export function sentMessage(planned: PlannedMessage, context: SocketContext, data: EventSchemaData): JsonObject {
  const { message, label, constant } = planned;
  const format = frameFormat(message, context.contract.schemas);
  const fixed = format === 'json' ? fixedMembers(message.payload, context.contract.schemas) : undefined;
  return {
    ...{ method: constant, name: label, format },
    ...(fixed !== undefined && { fixed: fixed.values }),
    ...payloadData(planned, context, data),
  };
}

function byteLimits(schema: Schema, schemas: SocketContext['contract']['schemas']): JsonObject {
  const seen = new Set<Schema>();
  let [minBytes, maxBytes]: (number | undefined)[] = [];
  for (let at: Schema | undefined = schema; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    minBytes ??= at.minLength;
    maxBytes ??= at.maxLength;
    at = at.ref === undefined ? undefined : schemas.get(at.ref);
  }
  return { ...(minBytes !== undefined && { minBytes }), ...(maxBytes !== undefined && { maxBytes }) };
}
