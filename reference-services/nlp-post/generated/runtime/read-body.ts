// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { coerce } from './coerce.ts';
import type { Fault } from './fault.ts';
import { JsonFault, parseJson } from './json.ts';
import { bestMatch, charsetOf, essenceOf, kindOfContent } from './media-type.ts';
import type { BodyContentSpec, BodySpec } from './operation.ts';
import { MalformedText } from './percent.ts';
import { HttpProblem, Refusal } from './problem.ts';
import { readBytes, readStream } from './read-bytes.ts';
import { readMultipart, readUrlencoded } from './read-form.ts';
import { readItems } from './read-items.ts';
import type { SchemaSet } from './schema-set.ts';
import { withoutBinary } from './without-binary.ts';

export interface ReadBody {
  readonly body: unknown;
  /** As the contract declares it, not as the request spells it. Undefined without a body. */
  readonly contentType: string | undefined;
  readonly faults: readonly Fault[];
}

export interface BodyOptions {
  readonly maxBytes: number;
  /** Takes the place of `Request.formData`, for instance to keep large files out of memory. */
  readonly parseMultipart?: ((request: Request) => Promise<FormData>) | undefined;
}

/** Reads, converts and checks a body. Throws a `Refusal` for one that cannot be read at all. */
export async function readBody(
  set: SchemaSet,
  spec: BodySpec,
  request: Request,
  options: BodyOptions,
): Promise<ReadBody> {
  const header = request.headers.get('content-type');
  if (header === null) {
    const bytes = await readBytes(request, options.maxBytes);
    if (bytes.byteLength > 0) throw unsupported(spec, 'The request has a body but no Content-Type.');
    return nobody(spec);
  }
  const content = bestMatch(header, spec.content);
  if (content === undefined) throw unsupported(spec, `The operation does not take ${essenceOf(header)}.`);
  refuseEncoded(request);
  return readContent(set, spec, content, { request, header, options });
}

interface Incoming {
  readonly request: Request;
  readonly header: string;
  readonly options: BodyOptions;
}

async function readContent(
  set: SchemaSet,
  spec: BodySpec,
  content: BodyContentSpec,
  incoming: Incoming,
): Promise<ReadBody> {
  const { request, header, options } = incoming;
  const kind = kindOfContent(content);
  if (kind === 'binary') {
    if (request.body === null) return nobody(spec);
    const stream = readStream(request, options.maxBytes);
    const { sequence, items } = content;
    const inParts = items !== undefined && (sequence === 'lines' || sequence === 'records');
    const body = inParts ? readItems(set, stream, { kind: sequence, schema: items }) : stream;
    return { body, contentType: content.type, faults: [] };
  }
  if (kind === 'multipart' && options.parseMultipart !== undefined) {
    return readFormData(set, content, () => options.parseMultipart?.(request));
  }
  const bytes = await readBytes(request, options.maxBytes);
  if (bytes.byteLength === 0 && kind !== 'text' && kind !== 'form') return nobody(spec);
  if (bytes.byteLength === 0 && request.body === null) return nobody(spec);
  if (kind === 'multipart') {
    return readFormData(set, content, () => new Response(bytes, { headers: { 'content-type': header } }).formData());
  }
  const body = convert(set, content, decode(bytes, header, spec));
  return { body, contentType: content.type, faults: set.check(content.schema ?? true, body) };
}

function convert(set: SchemaSet, content: BodyContentSpec, text: string): unknown {
  try {
    switch (kindOfContent(content)) {
      case 'json':
        return parseJson(text);
      case 'form':
        return readUrlencoded(set, content, text);
      default:
        return coerce(set, content.schema ?? true, { single: text, several: false });
    }
  } catch (error) {
    throw asRefusal(error);
  }
}

async function readFormData(
  set: SchemaSet,
  content: BodyContentSpec,
  parse: () => Promise<FormData> | undefined,
): Promise<ReadBody> {
  const form = await parseForm(parse);
  try {
    const body = await readMultipart(set, content, form);
    return { body, contentType: content.type, faults: set.check(content.schema ?? true, withoutBinary(body)) };
  } catch (error) {
    throw asRefusal(error);
  }
}

async function parseForm(parse: () => Promise<FormData> | undefined): Promise<FormData> {
  try {
    return (await parse()) ?? new FormData();
  } catch (error) {
    if (error instanceof HttpProblem) throw error;
    throw new Refusal('invalid-request', 400, 'The body is not legal multipart/form-data.');
  }
}

function asRefusal(error: unknown): unknown {
  if (!(error instanceof JsonFault || error instanceof MalformedText)) return error;
  return new Refusal('invalid-request', 400, `The body ${error.message}.`, {
    errors: [{ pointer: '#', detail: error.message }],
  });
}

function nobody(spec: BodySpec): ReadBody {
  const faults = spec.required ? [{ pointer: '#', detail: 'A body is required.' }] : [];
  return { body: undefined, contentType: undefined, faults };
}

function decode(bytes: Uint8Array<ArrayBuffer>, header: string, spec: BodySpec): string {
  const charset = charsetOf(header) ?? 'utf-8';
  const decoder = decoderFor(charset);
  if (decoder === undefined) throw unsupported(spec, `The charset ${charset} is not known here. Use utf-8.`);
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Refusal('invalid-request', 400, `The body is not legal ${charset} text.`);
  }
}

function decoderFor(charset: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    return undefined;
  }
}

function refuseEncoded(request: Request): void {
  const encoding = request.headers.get('content-encoding');
  if (encoding === null || encoding.toLowerCase() === 'identity') return;
  throw new Refusal(
    'unsupported-media-type',
    415,
    `Bodies encoded with ${encoding} are not taken. Send it unencoded.`,
    {
      headers: { 'accept-encoding': 'identity' },
    },
  );
}

function unsupported(spec: BodySpec, sentence: string): Refusal {
  const types = spec.content.map((content) => content.type).join(', ');
  return new Refusal('unsupported-media-type', 415, `${sentence} It takes ${types}.`, {
    errors: [{ parameter: 'Content-Type', in: 'header', detail: `must be one of ${types}` }],
    headers: { accept: types },
  });
}
