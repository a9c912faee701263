// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { JsonFault, parseJson } from './json.ts';
import type { SchemaSet } from './schema-set.ts';
import type { Validate } from './websocket-connection-options.ts';
import type { MessageFault } from './websocket-errors.ts';
import type { PayloadData, ServedChannel } from './socket-channel.ts';

/** Holds each message of a channel against its schema, those that are sent by choice. */
export function validatorOf(channel: ServedChannel, schemas: SchemaSet, checkSent: boolean): Validate {
  const received = new Map(channel.received.map((message) => [message.name, message]));
  const sent = new Map(channel.sent.map((message) => [message.name, message]));
  return ({ name, payload }, direction) => {
    if (direction === 'sent' && !checkSent) return [];
    const message = (direction === 'sent' ? sent : received).get(name);
    if (message === undefined) return [{ detail: 'is no message of this channel' }];
    return message.format === 'bytes' ? byteFaults(message, payload) : valueFaults(message, payload, schemas);
  };
}

function byteFaults(
  { minBytes = 0, maxBytes = Number.POSITIVE_INFINITY }: PayloadData,
  payload: unknown,
): MessageFault[] {
  const size = lengthOf(payload);
  if (size === undefined) return [{ detail: 'must be bytes' }];
  if (size < minBytes) return [{ detail: `has ${size} bytes, and must have at least ${minBytes}` }];
  return size > maxBytes ? [{ detail: `has ${size} bytes, and must have at most ${maxBytes}` }] : [];
}

function lengthOf(payload: unknown): number | undefined {
  if (payload instanceof ArrayBuffer || ArrayBuffer.isView(payload)) return payload.byteLength;
  return payload instanceof Blob ? payload.size : undefined;
}

/** The validator fails on names that hold half a surrogate pair, and on values that are deeper than its stack. */
function valueFaults({ payload: schema }: PayloadData, payload: unknown, schemas: SchemaSet): MessageFault[] {
  if (schema === undefined) return [];
  if (payload === undefined) return [{ pointer: '#', detail: 'is missing' }];
  try {
    return schemas.check(schema, payload).map(({ pointer = '#', detail }) => ({ pointer, detail }));
  } catch (error) {
    if (!(error instanceof URIError || error instanceof RangeError)) throw error;
    return [{ pointer: '#', detail: 'cannot be checked' }];
  }
}

/** JSON that no attack on JavaScript is hidden in, see `parseJson`. */
export function parseFrame(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof JsonFault) throw new SyntaxError(error.message);
    throw error;
  }
}
