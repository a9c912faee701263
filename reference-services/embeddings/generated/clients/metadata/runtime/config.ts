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
  /** Milliseconds for one attempt, body included unless it is handed out as a stream; no limit when left out. */
  readonly timeout?: number;
  readonly retry?: RetryOptions;
  /**
   * Operations that take the header `Idempotency-Key` get a random one where the call gives none, the same for all attempts.
   * A function makes other keys; `false` makes none.
   */
  readonly idempotencyKeys?: boolean | (() => string);
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

/** For calls whose answer may come little by little. */
export interface StreamOptions extends CallOptions {
  /** Hands the body out as a stream of bytes instead of holding it in memory or splitting it into items. */
  readonly stream?: boolean;
  /** The most characters that an item of a sequence may have; about 16 million when left out. */
  readonly maxItemLength?: number;
  /** Server-sent events: goes on over a new connection after the last event received, as `EventSource` does. */
  readonly reconnect?: boolean | ReconnectOptions;
}

export interface ReconnectOptions {
  /** How many connections may bring no event before it ends; 5 when left out. */
  readonly attempts?: number;
  /** Milliseconds before a new connection unless the server says otherwise; 3,000 when left out. */
  readonly delay?: number;
}

/** What the contract says about the service as a whole. */
export interface ServiceData {
  readonly servers: readonly ServerData[];
  readonly securitySchemes: SecuritySchemes;
}
