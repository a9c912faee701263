/** RFC 9457 problem details, as `contracts/shared/problem.yaml` describes them. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly requestId?: string;
  readonly errors?: readonly ProblemError[];
}

export interface ProblemError {
  readonly detail: string;
  /** JSON pointer into the request body, as a URI fragment. */
  readonly pointer?: string;
  readonly parameter?: string;
}

const kinds = {
  'invalid-request': { status: 400, title: 'Invalid request' },
  unauthenticated: { status: 401, title: 'Authentication required' },
  'insufficient-scope': { status: 403, title: 'Insufficient scope' },
  'origin-not-allowed': { status: 403, title: 'Origin not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'not-acceptable': { status: 406, title: 'Not acceptable' },
  'request-timeout': { status: 408, title: 'Request timeout' },
  'duplicate-recording': { status: 409, title: 'Duplicate recording' },
  'upload-ended': { status: 409, title: 'Upload ended' },
  'request-in-progress': { status: 409, title: 'Request in progress' },
  'job-not-failed': { status: 409, title: 'Job not failed' },
  'precondition-failed': { status: 412, title: 'Precondition failed' },
  'payload-too-large': { status: 413, title: 'Payload too large' },
  'unsupported-media-type': { status: 415, title: 'Unsupported media type' },
  'idempotency-key-reused': { status: 422, title: 'Idempotency key reused' },
  unprocessable: { status: 422, title: 'Unprocessable content' },
  'upgrade-required': { status: 426, title: 'Upgrade required' },
  'precondition-required': { status: 428, title: 'Precondition required' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  'internal-error': { status: 500, title: 'Internal error' },
  'bad-gateway': { status: 502, title: 'Bad gateway' },
  'not-ready': { status: 503, title: 'Not ready' },
  'service-unavailable': { status: 503, title: 'Service unavailable' },
  'gateway-timeout': { status: 504, title: 'Gateway timeout' },
} as const;

export type ProblemKind = keyof typeof kinds;

export type StatusOf<Kind extends ProblemKind> = (typeof kinds)[Kind]['status'];

/** A problem of a known type. Its status is part of its type, so that a handler cannot send it under another one. */
export function problem<Kind extends ProblemKind>(
  kind: Kind,
  detail: string,
  errors?: readonly ProblemError[],
): Problem & { readonly status: StatusOf<Kind> } {
  const { status, title } = kinds[kind];
  const body = { type: `https://ai2text.example/problems/${kind}`, title, status, detail };
  return errors === undefined ? body : { ...body, errors };
}
