// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { UnexpectedResponseError } from './errors.ts';
import { type ContentKind, matchMediaType } from './media-type.ts';
import type { ContentData, OperationData } from './operation.ts';

export interface ReadResult {
  readonly status: number;
  /** The media type or range of the contract that the body was read as; undefined without a body. */
  readonly contentType: string | undefined;
  readonly body: unknown;
  readonly headers: Headers;
}

/** Reads a response as the contract declares it for its status; whatever is not declared is an error. */
export async function readResponse(operation: OperationData, response: Response): Promise<ReadResult> {
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
    await response.body?.cancel();
    return { status, contentType: undefined, body: undefined, headers };
  }
  const actual = headers.get('content-type');
  const contentType = actual === null ? declared[0] : matchMediaType(actual, declared);
  const kind = contentType === undefined ? undefined : content[contentType];
  if (kind === undefined) {
    const message = `The response ${status} is ${actual}, declared are ${declared.join(', ')}.`;
    throw new UnexpectedResponseError(operation.id, message, response, await response.text());
  }
  return { status, contentType, body: await readBody(operation, response, kind), headers };
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

async function readBody(operation: OperationData, response: Response, kind: ContentKind): Promise<unknown> {
  switch (kind) {
    case 'json':
      return readJson(operation, response);
    case 'text':
      return response.text();
    case 'form':
    case 'multipart':
      return response.formData();
    case 'stream':
      return response.body ?? new Blob([]).stream();
    case 'binary':
      return response.blob();
    default:
      return kind satisfies never;
  }
}

async function readJson(operation: OperationData, response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new UnexpectedResponseError(
      operation.id,
      `The body of the response ${response.status} is not JSON.`,
      response,
      text,
    );
  }
}
