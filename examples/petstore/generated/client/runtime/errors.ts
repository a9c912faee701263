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

/** A declared response that is no success, thrown by `unwrap`. */
export class ResponseError<Result = unknown> extends Error {
  override readonly name = 'ResponseError';
  readonly status: number;
  readonly result: Result;

  constructor(status: number, result: Result) {
    super(`The server answered with status ${status}`);
    this.status = status;
    this.result = result;
  }
}
