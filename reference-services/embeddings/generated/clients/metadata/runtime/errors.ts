// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/** A call that brought no declared response. The message says which operation; `cause` holds what went wrong below. */
export class CallError extends Error {
  override readonly name: string = 'CallError';
  readonly operation: string;

  constructor(operation: string, message: string, options?: ErrorOptions) {
    super(`${operation}: ${message}`, options);
    this.operation = operation;
  }
}

/** The input cannot be sent as it is. */
export class InputError extends CallError {
  override readonly name = 'InputError';
}

/** The server could not be reached, or the connection broke. */
export class ConnectionError extends CallError {
  override readonly name = 'ConnectionError';
}

/** No complete response came in time. */
export class TimeoutError extends CallError {
  override readonly name = 'TimeoutError';
}

/** A credential could not be fetched or renewed; `cause` says why, the same for every call that waited for it. */
export class CredentialsError extends CallError {
  override readonly name = 'CredentialsError';
}

/** A response came that the contract does not describe: its status, its content type or its syntax. */
export class UnexpectedResponseError extends CallError {
  override readonly name = 'UnexpectedResponseError';
  readonly status: number;
  readonly headers: Headers;
  /** The start of the body, at most 10,000 characters. */
  readonly text: string;

  constructor(operation: string, message: string, response: Response, text: string) {
    super(operation, message);
    this.status = response.status;
    this.headers = response.headers;
    this.text = text.slice(0, 10_000);
  }
}

/** A declared response that is no success, thrown by `unwrap`. The message tells what a problem document says (RFC 9457). */
export class ResponseError<Result = unknown> extends Error {
  override readonly name = 'ResponseError';
  readonly status: number;
  /** The response as the call would have given it: status, content type, body and headers. */
  readonly result: Result;

  constructor(status: number, result: Result) {
    super(`The server answered with status ${status}${problemIn(result)}`);
    this.status = status;
    this.result = result;
  }
}

function problemIn(result: unknown): string {
  const body = typeof result === 'object' && result !== null && 'body' in result ? result.body : undefined;
  if (typeof body !== 'object' || body === null) return '';
  const texts = ['title' in body ? body.title : undefined, 'detail' in body ? body.detail : undefined];
  const said = texts.filter((text) => typeof text === 'string' && text !== '');
  return said.length === 0 ? '' : `: ${said.join(' – ').slice(0, 1_000)}`;
}
