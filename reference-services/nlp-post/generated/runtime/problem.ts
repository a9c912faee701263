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
  | 'not-acceptable'
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
  /** Undefined for a security handler's problem of another sort, such as a quota that is used up. */
  readonly kind: ProblemKind | undefined;

  constructor(kind: ProblemKind | undefined, status: number, detail: string, options: RefusalOptions = {}) {
    const { errors, headers } = options;
    super(status, {
      detail,
      ...(headers && { headers }),
      ...(errors && errors.length > 0 && { extensions: { errors } }),
    });
    this.kind = kind;
  }

  /** The same problem, said by the server: it need not be declared. */
  static from(problem: HttpProblem): Refusal {
    const kind = problem.status === 401 ? 'unauthenticated' : problem.status === 403 ? 'forbidden' : undefined;
    const refusal = new Refusal(kind, problem.status, problem.message, { headers: problem.headers });
    return Object.assign(refusal, { details: problem.details });
  }
}

interface RefusalOptions {
  readonly errors?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** The type of a kind of problem: its URI, and its title when that is not simply the kind's name. */
export type ProblemType = string | { readonly type: string; readonly title: string };

export interface ProblemContext {
  readonly requestId: string;
  /** The types of the server's own refusals; `about:blank` for a kind that has none. */
  readonly typeOf?: ((kind: ProblemKind) => ProblemType | undefined) | undefined;
}

/** The response of a problem. */
export function problemResponse(problem: HttpProblem, context: ProblemContext): Response {
  const body: ProblemDetails = { ...problem.details, ...typeFor(problem, context), requestId: context.requestId };
  const headers = new Headers(problem.headers);
  headers.set('content-type', 'application/problem+json');
  return new Response(JSON.stringify(body), { status: problem.status, headers });
}

/** A problem that has a type of its own keeps it, whoever throws it. One type always has one title (RFC 9457, 3.1.3). */
function typeFor(problem: HttpProblem, { typeOf }: ProblemContext): Partial<ProblemDetails> {
  if (!(problem instanceof Refusal) || problem.kind === undefined || problem.details.type !== 'about:blank') return {};
  const type = typeOf?.(problem.kind);
  return typeof type === 'string' ? { type, title: titleOf(problem.kind) } : { ...type };
}

/** `not-found` is "Not found". */
function titleOf(kind: ProblemKind): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' ');
}
