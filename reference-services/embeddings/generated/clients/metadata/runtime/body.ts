// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { upload } from './byte-stream.ts';
import { InputError } from './errors.ts';
import { writeForm } from './form.ts';
import { writeJson } from './json.ts';
import { essenceOf, matchMediaType } from './media-type.ts';
import { writeMultipart } from './multipart.ts';
import type { BodyContent, OperationData, OperationInput } from './operation.ts';

export interface WrittenBody {
  readonly body: NonNullable<RequestInit['body']>;
  /** Undefined where `fetch` adds it itself, with a boundary. */
  readonly contentType: string | undefined;
  /** False for a stream, which can be read once only. */
  readonly repeatable: boolean;
  /** Ends what makes the body, after the request has failed. */
  readonly abandon?: () => void;
}

/** The request body in the media type that the input names, or in the only one there is. */
export function writeBody(operation: OperationData, input: OperationInput): WrittenBody | undefined {
  const { body } = input;
  if (operation.body === undefined || body === undefined) return undefined;
  const { content } = operation.body;
  const declared = Object.keys(content);
  const name = input.contentType === undefined ? declared[0] : matchMediaType(input.contentType, declared);
  const chosen = name === undefined ? undefined : content[name];
  if (name === undefined || chosen === undefined) {
    throw new InputError(operation.id, `The body cannot be ${input.contentType}. Declared are ${declared.join(', ')}.`);
  }
  const contentType = input.contentType ?? concrete(name, chosen);
  if (chosen.kind === 'multipart')
    return {
      body: writeMultipart(asObject(operation, body), chosen.encoding),
      contentType: undefined,
      repeatable: true,
    };
  if (chosen.kind === 'form')
    return { body: writeForm(operation, asObject(operation, body), chosen.encoding), contentType, repeatable: true };
  if (chosen.kind === 'json') return { body: writeJson(body), contentType, repeatable: true };
  return { ...writeRaw(operation, body, chosen), contentType };
}

function concrete(name: string, { kind }: BodyContent): string {
  if (!essenceOf(name).includes('*')) return name;
  if (kind === 'json') return 'application/json';
  return kind === 'text' ? 'text/plain' : 'application/octet-stream';
}

function writeRaw(
  { id }: OperationData,
  body: unknown,
  { kind, write }: BodyContent,
): Omit<WrittenBody, 'contentType'> {
  if (typeof body === 'string' || body instanceof Blob || body instanceof ArrayBuffer)
    return { body, repeatable: true };
  // Views over shared memory are not accepted by fetch; the type of bytes excludes them.
  if (body instanceof Uint8Array) return { body: body as Uint8Array<ArrayBuffer>, repeatable: true };
  if (body instanceof ReadableStream) return { ...upload(body), repeatable: false };
  if (kind !== 'text' && isIterable(body)) {
    return { ...upload(write === undefined ? body : write(body)), repeatable: false };
  }
  if (typeof body === 'number' || typeof body === 'boolean') return { body: String(body), repeatable: true };
  throw new InputError(id, 'The body is neither text nor bytes. Pass a string, a Blob, an ArrayBuffer or a stream.');
}

function isIterable(body: unknown): body is AsyncIterable<unknown> | Iterable<unknown> {
  return typeof body === 'object' && body !== null && (Symbol.asyncIterator in body || Symbol.iterator in body);
}

function asObject({ id }: OperationData, body: unknown): object {
  if (typeof body === 'object' && body !== null) return body;
  throw new InputError(id, 'The body of a form has to be an object.');
}
