import type { Principal } from '../../../common/auth/token-verifier.ts';
import { createBreaker, type UpstreamBreaker } from '../../../common/resilience/circuit-breaker.ts';
import { inSpan, traceHeaders } from '../../../common/tracing/spans.ts';
import { type Connected, connect } from './connect.ts';
import { protocols } from './protocol.ts';

/** The speech service's streams. Opening one goes through a circuit breaker, as every call to a service does. */
export interface StreamUpstream {
  readonly name: string;
  readonly breaker: UpstreamBreaker;
  open(request: OpenRequest): Promise<Connected>;
}

export interface OpenRequest {
  readonly requestId: string;
  readonly principal: Principal;
  readonly authorization: string;
  readonly signal: AbortSignal;
}

export interface StreamUpstreamOptions {
  /** As for HTTP: `http://asr:8082`. */
  readonly baseUrl: string;
  readonly timeoutMs: number;
}

export function createStreamUpstream({ baseUrl, timeoutMs }: StreamUpstreamOptions): StreamUpstream {
  const name = 'asr-streaming';
  const breaker = createBreaker(name);
  const url = `${baseUrl}/v1/stream`;
  return { name, breaker, open };

  function open({ requestId, authorization, signal }: OpenRequest): Promise<Connected> {
    const attributes = { 'http.request.method': 'GET', 'peer.service': name };
    return inSpan({ name: `${name} openStream`, kind: 'CLIENT', attributes }, async () => {
      const headers = { Authorization: authorization, 'X-Request-Id': requestId, ...traceHeaders() };
      let connected: Connected | undefined;
      await breaker.guard(new Request(url), async () => {
        connected = await connect(url.replace(/^http/, 'ws'), { protocols, headers, timeoutMs, signal });
        return new Response(null, { status: 'refusal' in connected ? statusOf(connected.refusal) : 204 });
      });
      if (connected === undefined) throw new Error('The breaker answers only what it was answered.');
      return connected;
    });
  }
}

/** For the breaker, which counts failures of the service: a `Response` can hold final statuses only. */
function statusOf({ status }: { readonly status: number }): number {
  return status >= 200 && status <= 599 ? status : 502;
}
