// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { Credentials, SecuritySchemes } from './credentials.ts';
import type { OperationData, ServerData } from './operation.ts';
import type { RetryOptions } from './retry.ts';

/** Stands between the client and `fetch`, once per attempt: it may change the request, the response, or answer itself. */
export type Middleware = (
  request: Request,
  next: (request: Request) => Promise<Response>,
  operation: OperationData,
) => Promise<Response>;

export interface TransportConfig<Known extends Credentials = Credentials> {
  /** Where the service lives; the first server of the contract when left out. */
  readonly baseUrl?: string | ((operation: OperationData) => string);
  readonly credentials?: Known;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds for one attempt, body included; none when left out. */
  readonly timeout?: number;
  readonly retry?: RetryOptions;
  /** The first one is the outermost. */
  readonly middleware?: readonly Middleware[];
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** What one call may set otherwise. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeout?: number;
  /** `false` turns retries off for this call. */
  readonly retry?: RetryOptions | false;
}

/** What the contract says about the service as a whole. */
export interface ServiceData {
  readonly servers: readonly ServerData[];
  readonly securitySchemes: SecuritySchemes;
}
