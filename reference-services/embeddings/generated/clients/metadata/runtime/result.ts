// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { ByteStream } from './binary.ts';
import { ResponseError } from './errors.ts';
import type { Status2XX } from './status.ts';

interface AnyResult {
  readonly status: number;
  readonly body: unknown;
}

/** What a call resolves to for one declared status and content type; without a body it has neither. */
export interface ApiReply<
  Status extends number,
  ContentType extends string | undefined = undefined,
  Body = undefined,
  ReplyHeaders extends Headers = Headers,
> {
  readonly status: Status;
  readonly contentType: ContentType;
  readonly body: Body;
  readonly headers: ReplyHeaders;
}

/** Response headers; those that the contract declares as always present are strings. */
export type DeclaredHeaders<Always extends string, Sometimes extends string = never> = {
  get(name: Always): string;
  get(name: Sometimes): string | null;
} & Headers;

/** The members of a result whose status is a success. */
export type SuccessOf<Result extends AnyResult> = Result extends AnyResult
  ? [Result['status']] extends [Status2XX]
    ? Result
    : never
  : never;

/** The others. */
export type FailureOf<Result extends AnyResult> = Exclude<Result, SuccessOf<Result>>;

/** A result whose bytes are handed out as a stream where the options say so. */
export type Streamed<Result extends AnyResult, Options> = Options extends { readonly stream: true }
  ? Result extends { readonly body: Blob | AsyncIterable<unknown> }
    ? { readonly [Key in keyof Result]: Key extends 'body' ? ByteStream : Result[Key] }
    : Result
  : Result;

export function isSuccess<Result extends AnyResult>(result: Result): result is SuccessOf<Result> {
  return result.status >= 200 && result.status < 300;
}

/** The body of a success; any other declared response is thrown as a `ResponseError`. */
export async function unwrap<Result extends AnyResult>(
  call: Result | Promise<Result>,
): Promise<SuccessOf<Result>['body']> {
  const result = await call;
  if (isSuccess(result)) return result.body;
  throw new ResponseError(result.status, result);
}

/** Whether an error is what `unwrap` throws for such a result: `isFailure<GetToolResult>(error)`. */
export function isFailure<Result extends AnyResult>(error: unknown): error is ResponseError<FailureOf<Result>> {
  return error instanceof ResponseError;
}
