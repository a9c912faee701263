import type { Asked } from '../deps.ts';
import { noteAnswer } from './broken-answers.ts';
import type { ClientBody } from './client-body.ts';
import type { Upstreams } from './open.ts';
import { type Trouble, troubleOf, upstreamFailed, upstreamUnavailable } from './trouble.ts';
import type { Upstream } from './upstream.ts';

interface AnyResult {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** What an upstream answered, as the gateway answers it: typed status by status, so that a contract that differs does not compile. */
export type Passed<Result extends AnyResult> = Result extends AnyResult
  ? Result['status'] extends 500
    ? never
    : {
        readonly status: Result['status'];
        readonly body: Result['body'];
        // Read from the wire as text, so that no type can vouch for them: the server checks them when it answers.
        readonly headers: never;
      }
  : never;

/** Makes handlers that send what they are asked to the operation of that name behind the gateway. */
export function passingTo<Transport>(choose: (upstreams: Upstreams) => Upstream<Transport> | undefined, name = '') {
  return <Input, Result extends AnyResult>(operation: (transport: Transport, input: Input) => Promise<Result>) =>
    async (input: Input, context: Asked): Promise<Passed<Result> | Trouble> => {
      const upstream = choose(context.deps.upstreams);
      if (upstream === undefined) return upstreamUnavailable(name);
      return passOn(context, upstream, (transport) => operation(transport, input));
    };
}

/** Sends a request on with the caller's token and the request's id. The upstream's own trouble becomes 502, 503 or 504. */
export async function passOn<Transport, Result extends AnyResult>(
  { deps, request, requestId, operationId }: Asked,
  upstream: Upstream<Transport>,
  send: (transport: Transport) => Promise<Result>,
  body?: ClientBody,
): Promise<Passed<Result> | Trouble> {
  const authorization = request.headers.get('authorization') ?? undefined;
  const outgoing = { requestId, authorization, ...(body !== undefined && { body }) };
  try {
    const result = await send(upstream.transport(outgoing));
    if (result.status === 500) return upstreamFailed(upstream.name);
    noteAnswer(request, upstream.name);
    return asAnswer(result);
  } catch (error) {
    if (body?.failure !== undefined) throw body.failure;
    const trouble = troubleOf(error, upstream.name);
    if (trouble === undefined) throw error;
    deps.logger.warn({ error, requestId, operationId, upstream: upstream.name }, 'upstream trouble');
    return trouble;
  }
}

/** Headers that belong to the answer, and not to the connection or to the service that gave it. */
const passed = new Map(
  [
    'Cache-Control',
    'Deprecation',
    'ETag',
    'Idempotency-Replayed',
    'Link',
    'Location',
    'RateLimit',
    'RateLimit-Policy',
    'Retry-After',
    'Sunset',
    'Upload-Complete',
    'Upload-Length',
    'Upload-Limit',
    'Upload-Offset',
    'WWW-Authenticate',
  ].map((name) => [name.toLowerCase(), name]),
);

function asAnswer<Result extends AnyResult>({ status, body, headers }: Result): Passed<Result> {
  const kept: Record<string, string> = {};
  for (const [lowerCase, value] of headers) {
    const name = passed.get(lowerCase);
    if (name !== undefined) kept[name] = value;
  }
  // The three members are those of `Result`, and the headers are explained at `Passed`.
  return { status, body, headers: kept } as unknown as Passed<Result>;
}
