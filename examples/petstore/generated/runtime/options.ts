// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { Fault } from './fault.ts';
import type { ProblemKind } from './problem.ts';

/** How the routes behave; what they do is the contract's. */
export interface ServerOptions<Deps> {
  /** Handed to every handler. */
  readonly deps: Deps;
  /** Before every path: `/metadata`. */
  readonly basePath?: string;
  /** Largest body in bytes, 1 MiB by default; by operation where a function is given. */
  readonly maxBodyBytes?: number | ((operationId: string) => number);
  /** Whether responses are held against the contract. On by default unless NODE_ENV is `production`. */
  readonly validateResponses?: boolean;
  /** A response broke the contract and was replaced by a 500. Writes one line to `console.error` by default. */
  readonly onResponseViolation?: (violation: ResponseViolation) => void;
  /** A handler failed and a 500 was sent. Writes one line to `console.error` by default. */
  readonly onError?: (error: unknown, failure: HandlerFailure) => void;
  /** The type URIs of the problems that the server itself reports. */
  readonly problemType?: (kind: ProblemKind) => string | undefined;
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
