// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { type Fault, wholeFault } from './fault.ts';
import { type EncodedBody, encodeJson } from './json-body.ts';
import { kindOfContent } from './media-type.ts';
import { mentions, removeOneWay } from './one-way.ts';
import type { BodyContentSpec, JsonSchema } from './operation.ts';
import type { SchemaSet } from './schema-set.ts';
import { encodeItems, isItems, type StreamOptions } from './sequence-body.ts';

/** A file in a form, which is where a schema can ask for bytes. */
export type Binary = File;

/**
 * Bytes that a handler can answer with: at once, or little by little. Sequences of which the contract does not describe
 * the items are such bytes too: they go to the client as the handler makes them, neither held back nor looked into.
 */
export type BinaryBody =
  | Uint8Array<ArrayBuffer>
  | ArrayBuffer
  | Blob
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array | string>
  | string;

/** A body as it goes over the wire. Faults tell of values that its media type has no form for. */
export function encodeBody(
  set: SchemaSet,
  content: BodyContentSpec,
  body: unknown,
  options: StreamOptions,
): EncodedBody | Fault[] {
  if (content.sequence !== undefined && isItems(content, body)) return encodeItems(set, content, body, options);
  switch (kindOfContent(content)) {
    case 'json':
      return encodeJson(set, content.schema, body);
    case 'form':
      return encodeForm(set, content.schema, body);
    case 'text':
      return isBytes(body) ? encodeBinary(body, options) : encodeText(body);
    case 'multipart':
      return body instanceof FormData ? { payload: body } : [wholeFault('must be FormData')];
    case 'binary':
      return encodeBinary(body, options);
  }
}

function encodeText(body: unknown): EncodedBody | Fault[] {
  if (typeof body === 'object' || body === undefined) return [wholeFault('must be text')];
  return { payload: String(body), seen: () => body };
}

function encodeForm(set: SchemaSet, schema: JsonSchema | undefined, body: unknown): EncodedBody | Fault[] {
  if (typeof body !== 'object' || body === null) return [wholeFault('must be an object')];
  const seen: object = mentions(set, schema ?? true, 'writeOnly') ? JSON.parse(JSON.stringify(body)) : body;
  const withheld = removeOneWay(set, schema ?? true, seen, 'writeOnly');
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(seen)) {
    for (const item of Array.isArray(value) ? value : [value]) if (item !== undefined) form.append(name, String(item));
  }
  return { payload: form.toString(), seen: () => seen, withheld };
}

function encodeBinary(body: unknown, { failed }: StreamOptions): EncodedBody | Fault[] {
  if (typeof body === 'string' || isBytes(body)) return { payload: body };
  if (isAsyncIterable(body)) return { payload: streamOf(body, failed) };
  return [wholeFault('must be bytes, a Blob, a stream or text')];
}

function isBytes(body: unknown): body is Uint8Array<ArrayBuffer> | ArrayBuffer | Blob | ReadableStream<Uint8Array> {
  return (
    body instanceof Uint8Array || body instanceof ArrayBuffer || body instanceof Blob || body instanceof ReadableStream
  );
}

function isAsyncIterable(body: unknown): body is AsyncIterable<never> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

/** Pulls only as fast as the client reads, and tells the source when the client has gone. */
function streamOf(
  source: AsyncIterable<Uint8Array | string>,
  failed: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  let gone = false;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await iterator.next();
        if (gone) return;
        if (done) controller.close();
        else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
      } catch (error) {
        if (!gone) failed(error);
        throw error;
      }
    },
    async cancel(reason) {
      gone = true;
      await iterator.return?.(reason);
    },
  });
}
