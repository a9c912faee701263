import { createBreaker, type UpstreamBreaker } from '../../../common/resilience/circuit-breaker.ts';
import { traceCalls } from '../../../common/tracing/trace-requests.ts';
import type { ClientConfig } from '../../generated/clients/metadata/index.ts';
import type { ClientBody } from './client-body.ts';

/** A service that requests are passed on to. `Transport` is that of its generated client. */
export interface Upstream<Transport> {
  readonly name: string;
  readonly breaker: UpstreamBreaker;
  /** What one request is sent with. */
  transport(request: OutgoingRequest): Transport;
}

export interface OutgoingRequest {
  readonly requestId: string;
  /** The caller's own `Authorization`: every service decides for itself. */
  readonly authorization: string | undefined;
  /** Sent as it streams in, in the place of what the client would write. */
  readonly body?: ClientBody;
}

export interface UpstreamOptions<Transport> {
  readonly name: string;
  readonly baseUrl: string;
  /** Of the generated client; all of them take the same configuration. */
  readonly createTransport: (config: ClientConfig) => Transport;
  readonly timeoutMs: number;
  readonly uploadTimeoutMs: number;
  /** Takes the place of the network, where the service runs in this process. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** Half random and growing, so that clients of a service that comes back do not come together. */
const retry = { attempts: 3, delay: 100, maxDelay: 1_000, statuses: [502, 503, 504] };

export function createUpstream<Transport>(options: UpstreamOptions<Transport>): Upstream<Transport> {
  const { name, baseUrl, createTransport, timeoutMs, uploadTimeoutMs, fetch } = options;
  const breaker = createBreaker(name);
  const trace = traceCalls(name);
  return {
    name,
    breaker,
    transport: ({ requestId, authorization, body }) =>
      createTransport({
        baseUrl,
        headers: { 'X-Request-Id': requestId, ...(authorization !== undefined && { Authorization: authorization }) },
        idempotencyKeys: false,
        middleware: body === undefined ? [breaker.guard, trace] : [breaker.guard, trace, body.send],
        ...(fetch !== undefined && { fetch }),
        // A stream can be sent once only.
        ...(body === undefined ? { timeout: timeoutMs, retry } : { timeout: uploadTimeoutMs }),
      }),
  };
}
