// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { Fault } from './fault.ts';
import { statusPhrase } from './status.ts';

/** Problem details as RFC 9457 defines them, with the two members that this server adds. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly requestId?: string;
  readonly errors?: readonly Fault[];
  readonly [extension: string]: unknown;
}

/** Why the server itself refused, for applications that give each kind a type URI of their own. */
export type ProblemKind =
  | 'invalid-request'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'method-not-allowed'
  | 'payload-too-large'
  | 'unsupported-media-type'
  | 'precondition-required'
  | 'internal-error';

export interface HttpProblemOptions {
  readonly type?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly instance?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Further members of the problem document. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** Thrown anywhere below a handler, it becomes a problem response. Its status must be declared by the operation. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly details: ProblemDetails;

  constructor(status: number, options: HttpProblemOptions = {}) {
    const { type = 'about:blank', title = statusPhrase(status), detail, instance, headers = {}, extensions } = options;
    super(detail ?? title, { cause: options.cause });
    this.status = status;
    this.headers = headers;
    this.details = {
      ...extensions,
      type,
      title,
      status,
      ...(detail !== undefined && { detail }),
      ...(instance !== undefined && { instance }),
    };
  }
}

/** A refusal by the server itself: what the contract calls an error, but no handler was asked. */
export class Refusal extends HttpProblem {
  readonly kind: ProblemKind;

  constructor(kind: ProblemKind, status: number, detail: string, options: RefusalOptions = {}) {
    const { errors, headers } = options;
    super(status, {
      detail,
      ...(headers && { headers }),
      ...(errors && errors.length > 0 && { extensions: { errors } }),
    });
    this.kind = kind;
  }

  /** The same problem, said by the server: it need not be declared. */
  static from(problem: HttpProblem, kind: ProblemKind): Refusal {
    const refusal = new Refusal(kind, problem.status, problem.message, { headers: problem.headers });
    return Object.assign(refusal, { details: problem.details });
  }
}

interface RefusalOptions {
  readonly errors?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ProblemContext {
  readonly requestId: string;
  /** The type URI of the server's own refusals; `about:blank` when it has none. */
  readonly typeOf?: ((kind: ProblemKind) => string | undefined) | undefined;
}

/** The response of a problem. */
export function problemResponse(problem: HttpProblem, context: ProblemContext): Response {
  const type = problem instanceof Refusal ? context.typeOf?.(problem.kind) : undefined;
  const body: ProblemDetails = {
    ...problem.details,
    ...(type !== undefined && { type }),
    requestId: context.requestId,
  };
  const headers = new Headers(problem.headers);
  headers.set('content-type', 'application/problem+json');
  return new Response(JSON.stringify(body), { status: problem.status, headers });
}
