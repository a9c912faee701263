// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { MiddlewareHandler } from 'hono';
import type { Context, HandlerOutput, OperationInfo, ServerEnv } from './context.ts';
import type { Fault } from './fault.ts';
import type { ProblemKind, ProblemType } from './problem.ts';

/** How the routes behave; what they do is the contract's. */
export interface ServerOptions<Deps, Principal = unknown> {
  /** Handed to every handler. */
  readonly deps: Deps;
  /** Before every path: `/metadata`. */
  readonly basePath?: string;
  /** Runs before everything else, for unknown paths too, and knows the request id: metrics, CORS, secure headers. */
  readonly middleware?: readonly MiddlewareHandler<ServerEnv>[];
  /**
   * Stands around every handler, for what all operations share: quotas, or an answer for a failure that all of them know.
   * Its input has been read and checked; what it answers or throws is treated like the handler's own.
   */
  around?(
    operation: OperationInfo,
    input: unknown,
    context: Context<Deps, Principal | undefined>,
    next: () => Promise<HandlerOutput>,
  ): HandlerOutput | Promise<HandlerOutput>;
  /** Makes the id of a request that brings none, or none that may be echoed. A UUID by default. */
  readonly newRequestId?: () => string;
  /** Largest body in bytes, 1 MiB by default; by operation where a function is given. */
  readonly maxBodyBytes?: number | ((operationId: string) => number);
  /**
   * Whether responses are held against the contract. On by default unless NODE_ENV is `production`; `'log'` reports what
   * breaks the contract and sends it nevertheless.
   */
  readonly validateResponses?: boolean | 'log';
  /**
   * Whether a client that takes none of the types of an operation's successes (`Accept`) is refused with 406. Off by default:
   * it then gets what the handler chooses, as RFC 9110 allows.
   */
  readonly refuseUnacceptable?: boolean;
  /** Milliseconds of silence before an event stream gets a comment, so that proxies keep it open; 15,000 by default, 0 for never. */
  readonly keepAliveMs?: number;
  /**
   * A response broke the contract and was replaced by a 500, or an item of a stream did and the stream was cut off. Writes one
   * line to `console.error` by default.
   */
  readonly onResponseViolation?: (violation: ResponseViolation) => void;
  /** A handler failed and a 500 was sent. Writes one line to `console.error` by default. */
  readonly onError?: (error: unknown, failure: HandlerFailure) => void;
  /** The types of the problems that the server itself reports. One that brings a type of its own keeps it. */
  readonly problemType?: (kind: ProblemKind) => ProblemType | undefined;
  /** The realm in `WWW-Authenticate`, "api" by default. */
  readonly realm?: string;
  /** Takes the place of `Request.formData`, for instance to keep large files out of memory. It enforces its own limits. */
  readonly parseMultipart?: (request: Request) => Promise<FormData>;
}

export interface ResponseViolation {
  readonly operationId: string;
  readonly requestId: string;
  readonly status: number;
  readonly faults: readonly Fault[];
}

export interface HandlerFailure {
  /** Undefined when a middleware failed before any operation was chosen. */
  readonly operationId: string | undefined;
  readonly requestId: string;
}

export const defaultMaxBodyBytes = 1_048_576;
export const defaultKeepAliveMs = 15_000;

/** Node keeps its environment in `process`, other runtimes may have none. */
export function validatesByDefault(): boolean {
  const { process } = globalThis as { process?: { env?: { NODE_ENV?: string } } };
  return process?.env?.NODE_ENV !== 'production';
}

export function logViolation({ operationId, requestId, status, faults }: ResponseViolation): void {
  const list = faults.map(({ parameter, pointer, detail }) => [parameter ?? pointer, detail].filter(Boolean).join(' '));
  console.error(`response-violation ${JSON.stringify({ operationId, requestId, status, faults: list })}`);
}

export function logError(error: unknown, { operationId, requestId }: HandlerFailure): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(`unhandled-error ${JSON.stringify({ operationId, requestId, error: text })}`);
}
