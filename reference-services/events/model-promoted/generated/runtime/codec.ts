// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { JsonFault, parseJson } from './json.ts';
import { essenceOf } from './media-type.ts';
import type { MessageSpec } from './message-spec.ts';

/** Reads and writes payloads of one content type, such as Avro or Protobuf. Throws on what it cannot read or write. */
export interface Codec {
  encode(payload: unknown): Uint8Array;
  decode(body: Uint8Array): unknown;
}

/** By content type without parameters, in lower case: `application/x-protobuf`. */
export type Codecs = Readonly<Record<string, Codec>>;

/** A body that is not what its content type says. */
export class UnreadablePayload extends Error {
  override readonly name = 'UnreadablePayload';
}

/** Fails early where messages will come that nobody can read. */
export function requireCodecs(specs: readonly MessageSpec[], codecs: Codecs): void {
  for (const spec of specs) {
    // Without a schema the handler may as well have the bytes.
    if (spec.format !== 'codec' || spec.payload === undefined || codecFor(spec, codecs) !== undefined) continue;
    throw new TypeError(
      `The message "${spec.name}" is ${spec.contentType}: give a codec for it in the option "codecs"`,
    );
  }
}

export function encodePayload(spec: MessageSpec, payload: unknown, codecs: Codecs): Uint8Array {
  const codec = codecFor(spec, codecs);
  if (codec !== undefined) return codec.encode(payload);
  if (payload === undefined) return new Uint8Array();
  if (spec.format === 'json') return new TextEncoder().encode(JSON.stringify(payload));
  if (spec.format === 'text' && typeof payload === 'string') return new TextEncoder().encode(payload);
  if (payload instanceof Uint8Array) return payload;
  const wanted = spec.format === 'codec' ? 'bytes, or a codec in the option "codecs"' : spec.format;
  throw new TypeError(`The payload of "${spec.name}", which is ${spec.contentType}, must be ${wanted}`);
}

export function decodePayload(spec: MessageSpec, body: Uint8Array, codecs: Codecs): unknown {
  const codec = codecFor(spec, codecs);
  try {
    if (codec !== undefined) return codec.decode(body);
    if (spec.format !== 'json' && spec.format !== 'text') return body;
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    if (spec.format === 'text') return text;
    return text === '' && spec.payload === undefined ? undefined : parseJson(text);
  } catch (error) {
    // The parser's own words are about the text, which may hold what nobody should log.
    const why = error instanceof JsonFault ? error.message : `cannot be read as ${spec.contentType}`;
    throw new UnreadablePayload(why, { cause: error });
  }
}

function codecFor({ contentType }: MessageSpec, codecs: Codecs): Codec | undefined {
  const essence = essenceOf(contentType);
  return Object.hasOwn(codecs, essence) ? codecs[essence] : undefined;
}
