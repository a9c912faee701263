import { UpstreamUnavailableError } from '../../../common/resilience/circuit-breaker.ts';
import { type Refused, refuse } from '../../../common/service/answers.ts';

/** How the gateway answers when a service behind it gives no answer of its own. */
export type Trouble =
  | Refused<502>
  | (Refused<503> & { readonly headers: { readonly 'Retry-After': number } })
  | Refused<504>;

const retryAfterSeconds = 5;

/** Undefined for what is no trouble of the upstream. Each client has error classes of its own, so that only names tell. */
export function troubleOf(error: unknown, upstream: string): Trouble | undefined {
  if (error instanceof UpstreamUnavailableError) return upstreamUnavailable(upstream, error.retryAfterSeconds);
  if (!(error instanceof Error)) return undefined;
  switch (error.name) {
    case 'ConnectionError':
      return upstreamUnavailable(upstream);
    case 'TimeoutError': {
      const detail = `The ${upstream} service did not answer in time. Repeat the request; use the same Idempotency-Key if it had one.`;
      return refuse('gateway-timeout', detail);
    }
    case 'UnexpectedResponseError':
      return upstreamFailed(upstream);
    default:
      return undefined;
  }
}

export function upstreamFailed(upstream: string): Refused<502> {
  return refuse('bad-gateway', `The ${upstream} service gave an answer that its contract does not allow.`);
}

export function upstreamUnavailable(upstream: string, seconds: number = retryAfterSeconds) {
  const detail = `The ${upstream} service is not available now. Try again in ${seconds} seconds.`;
  return { ...refuse('service-unavailable', detail), headers: { 'Retry-After': seconds } };
}
