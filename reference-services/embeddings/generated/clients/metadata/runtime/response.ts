// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { UnexpectedResponseError } from './errors.ts';
import { faultOf, readJson, type ValuePlaces } from './json.ts';
import { type ContentKind, matchMediaType } from './media-type.ts';
import type { ContentData, JsonData, OperationData } from './operation.ts';
import type { Reading, SequenceData } from './sequence-data.ts';

export interface ReadResult {
  readonly status: number;
  /** The media type or range of the contract that the body was read as; undefined without a body. */
  readonly contentType: string | undefined;
  readonly body: unknown;
  readonly headers: Headers;
}

type ReadContext = Pick<Reading, 'options' | 'again' | 'explain'>;

/** Reads a response as the contract declares it for its status; whatever is not declared is an error. */
export async function readResponse(
  operation: OperationData,
  response: Response,
  context: ReadContext,
): Promise<ReadResult> {
  const { status, headers } = response;
  const content = contentFor(operation, status);
  if (content === undefined) {
    throw new UnexpectedResponseError(
      operation.id,
      `The status ${status} is not declared.`,
      response,
      await response.text(),
    );
  }
  const declared = Object.keys(content);
  if (declared.length === 0 || hasNoBody(operation, status)) {
    // Not awaited: where a middleware keeps a clone of the response, it ends only when the clone has been read.
    response.body?.cancel().catch(() => undefined);
    return { status, contentType: undefined, body: undefined, headers };
  }
  const actual = headers.get('content-type');
  const contentType = actual === null ? declared[0] : matchMediaType(actual, declared);
  const kind = contentType === undefined ? undefined : content[contentType];
  if (kind === undefined) {
    const message = `The response ${status} is ${actual}, declared are ${declared.join(', ')}.`;
    throw new UnexpectedResponseError(operation.id, message, response, await response.text());
  }
  return { status, contentType, body: await readBody(operation, response, kind, context), headers };
}

function contentFor({ responses }: OperationData, status: number): ContentData | undefined {
  const { default: fallback } = responses;
  const exact = responses[String(status)] ?? responses[`${Math.floor(status / 100)}XX`];
  if (exact !== undefined) return exact;
  // Beside declared successes, `default` describes failures; another success has a body that nothing is known of.
  const success = status >= 200 && status < 300;
  return success && Object.keys(responses).some((key) => key.startsWith('2')) ? undefined : fallback;
}

function hasNoBody({ method }: OperationData, status: number): boolean {
  return method === 'HEAD' || status === 204 || status === 205 || status === 304;
}

async function readBody(
  operation: OperationData,
  response: Response,
  kind: ContentKind | JsonData | SequenceData,
  context: ReadContext,
): Promise<unknown> {
  const streamed = kind === 'stream' || (context.options.stream === true && (kind === 'binary' || isSequence(kind)));
  if (streamed) return response.body ?? new Blob([]).stream();
  if (isSequence(kind)) return kind.read({ operation, response, data: kind, ...context });
  if (typeof kind === 'object') return readBodyJson(operation, response, kind.places);
  switch (kind) {
    case 'json':
      return readBodyJson(operation, response);
    case 'text':
      return response.text();
    case 'form':
    case 'multipart':
      return response.formData();
    case 'binary':
      return response.blob();
    default:
      return kind satisfies never;
  }
}

function isSequence(kind: ContentKind | JsonData | SequenceData): kind is SequenceData {
  return typeof kind === 'object' && 'read' in kind;
}

async function readBodyJson(operation: OperationData, response: Response, places?: ValuePlaces): Promise<unknown> {
  const text = await response.text();
  try {
    return readJson(text, places);
  } catch (error) {
    const message = `The body of the response ${response.status} ${faultOf(error)}`;
    throw new UnexpectedResponseError(operation.id, message, response, text);
  }
}
