// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { Fault } from './fault.ts';
import { bodyKindOf } from './media-type.ts';
import { mentions, removeOneWay, writeOnlySent } from './one-way.ts';
import type { BodyContentSpec, JsonSchema } from './operation.ts';
import type { SchemaSet } from './schema-set.ts';

/** A file in a form, which is where a schema can ask for bytes. */
export type Binary = File;

/**
 * Bytes that a handler can answer with: at once, or little by little. Event streams, JSON lines and other sequences are
 * such bytes too: they go to the client as the handler makes them, and are neither held back nor looked into.
 */
export type BinaryBody =
  | Uint8Array<ArrayBuffer>
  | ArrayBuffer
  | Blob
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array | string>
  | string;

export interface EncodedBody {
  readonly payload: NonNullable<ConstructorParameters<typeof Response>[0]>;
  /** What the schema is to judge: the value as the client will see it. */
  readonly seen?: () => unknown;
  /** Pointers to write-only members of the body, which have been left out. */
  readonly withheld?: readonly string[];
}

/** A body as it goes over the wire. Faults tell of values that its media type has no form for. */
export function encodeBody(set: SchemaSet, content: BodyContentSpec, body: unknown): EncodedBody | Fault[] {
  switch (bodyKindOf(content.type)) {
    case 'json':
      return encodeJson(set, content.schema, body);
    case 'form':
      return encodeForm(set, content.schema, body);
    case 'text':
      return isBytes(body) ? encodeBinary(body) : encodeText(body);
    case 'multipart':
      return body instanceof FormData ? { payload: body } : [fault('must be FormData')];
    case 'binary':
      return encodeBinary(body);
  }
}

/** What is wrong with a body. Streams and bytes are not looked into. */
export function checkBody(set: SchemaSet, content: BodyContentSpec, encoded: EncodedBody): Fault[] {
  if (encoded.seen === undefined || content.schema === undefined) return [];
  const leaks = (encoded.withheld ?? []).map((pointer) => ({ pointer, detail: writeOnlySent }));
  return [...leaks, ...set.check(content.schema, encoded.seen())];
}

/** Judged after a round trip: dates have become text by then, and undefined members are gone. */
function encodeJson(set: SchemaSet, schema: JsonSchema | undefined, body: unknown): EncodedBody | Fault[] {
  try {
    const payload: string | undefined = JSON.stringify(body);
    if (payload === undefined) return [fault('has no form in JSON')];
    if (schema === undefined || !mentions(set, schema, 'writeOnly'))
      return { payload, seen: () => JSON.parse(payload) };
    const value: unknown = JSON.parse(payload);
    const withheld = removeOneWay(set, schema, value, 'writeOnly');
    return { payload: withheld.length > 0 ? JSON.stringify(value) : payload, seen: () => value, withheld };
  } catch (error) {
    return [
      fault(`has no form in JSON: ${error instanceof Error ? error.message.split('\n', 1)[0] : 'unknown reason'}`),
    ];
  }
}

function encodeText(body: unknown): EncodedBody | Fault[] {
  if (typeof body === 'object' || body === undefined) return [fault('must be text')];
  return { payload: String(body), seen: () => body };
}

function encodeForm(set: SchemaSet, schema: JsonSchema | undefined, body: unknown): EncodedBody | Fault[] {
  if (typeof body !== 'object' || body === null) return [fault('must be an object')];
  const seen: object = mentions(set, schema ?? true, 'writeOnly') ? JSON.parse(JSON.stringify(body)) : body;
  const withheld = removeOneWay(set, schema ?? true, seen, 'writeOnly');
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(seen)) {
    for (const item of Array.isArray(value) ? value : [value]) if (item !== undefined) form.append(name, String(item));
  }
  return { payload: form.toString(), seen: () => seen, withheld };
}

function encodeBinary(body: unknown): EncodedBody | Fault[] {
  if (typeof body === 'string' || isBytes(body)) return { payload: body };
  if (isAsyncIterable(body)) return { payload: streamOf(body) };
  return [fault('must be bytes, a Blob, a stream or text')];
}

function isBytes(body: unknown): body is Uint8Array<ArrayBuffer> | ArrayBuffer | Blob | ReadableStream<Uint8Array> {
  return (
    body instanceof Uint8Array || body instanceof ArrayBuffer || body instanceof Blob || body instanceof ReadableStream
  );
}

function isAsyncIterable(body: unknown): body is AsyncIterable<Uint8Array | string> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

/** Pulls only as fast as the client reads, and tells the source when the client has gone. */
function streamOf(source: AsyncIterable<Uint8Array | string>): ReadableStream<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
    },
    async cancel(reason) {
      await iterator.return?.(reason);
    },
  });
}

function fault(detail: string): Fault {
  return { pointer: '#', detail };
}
