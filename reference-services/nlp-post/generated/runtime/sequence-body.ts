// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { type Fault, wholeFault } from './fault.ts';
import { type EncodedItem, type Items, itemStream } from './items.ts';
import { checkBody, type EncodedBody, encodeJson } from './json-body.ts';
import type { BodyContentSpec } from './operation.ts';
import type { SchemaSet } from './schema-set.ts';
import { isJsonData, writeEvent } from './server-sent-event.ts';

/** What happens while a body is sent, when the response has begun already. */
export interface StreamOptions {
  /** Whether items are held against their schema. */
  readonly validate: boolean;
  /** Told of an item that breaks the contract; whether it may be sent nevertheless. */
  readonly tolerate: (faults: readonly Fault[]) => boolean;
  /** Told of a source that fails. */
  readonly failed: (error: unknown) => void;
  /** Milliseconds of silence before an event stream gets a comment; never where it is 0. */
  readonly keepAlive: number;
}

/** Bytes and text at once are passed on as they are, and so is a stream of bytes where no item is described. */
export function isItems({ sequence, items }: BodyContentSpec, body: unknown): body is Items<unknown> {
  if (sequence === undefined || typeof body !== 'object' || body === null) return false;
  if (body instanceof ReadableStream && items === undefined) return false;
  return Array.isArray(body) || Symbol.asyncIterator in body;
}

/** Each item is written, and held against its schema, when it is its turn. */
export function encodeItems(
  set: SchemaSet,
  content: BodyContentSpec,
  body: Items<unknown>,
  options: StreamOptions,
): EncodedBody {
  const { sequence = 'lines' } = content;
  const encode = (item: unknown): EncodedItem => encodeItem(set, content, item, options);
  return { payload: itemStream(body, { ...options, kind: sequence, encode }) };
}

function encodeItem(
  set: SchemaSet,
  { sequence, items }: BodyContentSpec,
  item: unknown,
  { validate }: StreamOptions,
): EncodedItem {
  // Event streams whose items the contract does not describe may be written by hand.
  if (items === undefined && (typeof item === 'string' || item instanceof Uint8Array))
    return { text: item, faults: [] };
  const encoded = encodeJson(set, items, item);
  if (Array.isArray(encoded)) return { faults: encoded };
  const faults = validate && items !== undefined ? checkBody(set, { type: '', schema: items }, encoded) : [];
  if (sequence !== 'events') return { text: encoded.payload, faults };
  const event = encoded.seen?.();
  if (typeof event !== 'object' || event === null) return { faults: [wholeFault('must be an event')] };
  const text = writeEvent(event, items !== undefined && isJsonData(set, items, event));
  return typeof text === 'string' ? { text, faults } : { faults: [...faults, ...text] };
}
