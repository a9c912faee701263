// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { HandlerOutput } from './context.ts';
import type { Fault } from './fault.ts';
import { checkBody } from './json-body.ts';
import { bestMatch, essenceOf, isRange, kindOfContent } from './media-type.ts';
import type { BodyContentSpec, OperationSpec, ResponseSpec } from './operation.ts';
import { withRequestId } from './problem-id.ts';
import { encodeBody } from './response-body.ts';
import { responseFor } from './response-for.ts';
import { checkHeaders, writeHeaders } from './response-headers.ts';
import type { SchemaSet } from './schema-set.ts';
import type { StreamOptions } from './sequence-body.ts';

/** A response, or the reasons why there can be none. */
export type Responded =
  | { readonly response: Response; readonly faults: readonly Fault[] }
  | { readonly response?: never; readonly faults: readonly Fault[] };

export interface RespondOptions extends StreamOptions {
  readonly requestId: string;
}

/**
 * Writes what a handler returned. With `validate`, everything that the contract says is held against it: the status, the
 * content type, the body and the headers. Streams are passed on as they are, chunk by chunk.
 */
export function respond(
  set: SchemaSet,
  operation: OperationSpec,
  output: HandlerOutput,
  options: RespondOptions,
): Responded {
  const { validate } = options;
  const spec = responseFor(operation, output.status);
  if (spec === undefined && validate) return { faults: [{ detail: `status ${output.status} is not declared` }] };
  const faults = validate && spec !== undefined ? checkHeaders(set, spec.headers, output.headers ?? {}) : [];
  try {
    const headers = writeHeaders(spec?.headers ?? [], output.headers ?? {});
    return write(set, spec, output, { ...options, headers, faults });
  } catch (error) {
    // `Headers` and `Response` throw for text that HTTP cannot carry and for codes that are no status.
    if (error instanceof TypeError || error instanceof RangeError) return { faults: [{ detail: error.message }] };
    throw error;
  }
}

interface Draft extends RespondOptions {
  readonly headers: Headers;
  readonly faults: readonly Fault[];
}

function write(set: SchemaSet, spec: ResponseSpec | undefined, output: HandlerOutput, draft: Draft): Responded {
  const { headers, faults } = draft;
  const { status, body } = output;
  if (isBodiless(status) && body !== undefined && draft.validate) {
    return { faults: [...faults, { pointer: '#', detail: `status ${status} cannot have a body` }] };
  }
  if (isBodiless(status) || (body === undefined && isOptional(spec))) {
    return { response: new Response(null, { status, headers }), faults };
  }
  const content = contentFor(spec, output, draft.validate);
  if (Array.isArray(content)) return { faults: [...faults, ...content] };
  const encoded = encodeBody(set, content, withRequestId(set, content, body, draft.requestId), draft);
  if (Array.isArray(encoded)) return { faults: [...faults, ...encoded] };
  if (content.sequence === 'events' && !headers.has('cache-control')) headers.set('cache-control', 'no-cache');
  if (!(encoded.payload instanceof FormData)) headers.set('content-type', output.contentType ?? concreteType(content));
  const bodyFaults = draft.validate ? checkBody(set, content, encoded) : [];
  return { response: new Response(encoded.payload, { status, headers }), faults: [...faults, ...bodyFaults] };
}

/** A range of types whose body is JSON. */
function concreteType({ type }: BodyContentSpec): string {
  return isRange(type) ? 'application/json' : type;
}

function isBodiless(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

function isOptional(spec: ResponseSpec | undefined): boolean {
  return spec === undefined || spec.content.length === 0;
}

function contentFor(
  spec: ResponseSpec | undefined,
  output: HandlerOutput,
  validate: boolean,
): BodyContentSpec | Fault[] {
  const declared = spec?.content ?? [];
  const [first] = declared;
  if (output.contentType !== undefined) {
    const found = bestMatch(output.contentType, declared);
    if (found !== undefined) return found;
    if (!validate) return { type: output.contentType };
    return [{ detail: `content type ${essenceOf(output.contentType)} is not declared for status ${output.status}` }];
  }
  if (first === undefined) {
    return validate ? [{ detail: `status ${output.status} is declared without a body` }] : { type: 'application/json' };
  }
  if (declared.length > 1 || (isRange(first.type) && kindOfContent(first) !== 'json'))
    return [{ detail: 'contentType must say which of the declared types the body has' }];
  return first;
}
