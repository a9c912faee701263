import type { Principal } from '../auth/token-verifier.ts';
import { isDatabaseUnavailable, isUnstorable } from '../database/failure.ts';
import { refuse } from './answers.ts';
import type { AnyAnswer, ServiceContext, ServiceDeps } from './service-deps.ts';

const retryAfterSeconds = 5;

/**
 * What every operation needs around it: the tenant's quota, and an answer when the database gives none. Requests that
 * break the contract never come here; they cost no database work either. Operations without a caller answer for themselves.
 */
export async function guard(
  { operationId }: { readonly operationId: string },
  _input: unknown,
  { deps, principal, requestId }: ServiceContext<ServiceDeps, Principal | undefined>,
  next: () => Promise<AnyAnswer>,
): Promise<AnyAnswer> {
  if (principal === undefined) return next();
  const overQuota = takeQuota(deps, principal);
  if (overQuota !== undefined) return overQuota;
  try {
    return await next();
  } catch (error) {
    if (isUnstorable(error)) {
      const detail = 'A value cannot be stored, such as text with U+0000 or a time after the year 9999.';
      return refuse('invalid-request', detail);
    }
    if (!isDatabaseUnavailable(error)) throw error;
    deps.logger.warn({ error, requestId, operationId }, 'database unavailable');
    const detail = `The database does not answer. Try again in ${retryAfterSeconds} seconds.`;
    return { ...refuse('service-unavailable', detail), headers: { 'Retry-After': retryAfterSeconds } };
  }
}

function takeQuota({ limiter, metrics }: ServiceDeps, { tenant }: Principal): AnyAnswer | undefined {
  const decision = limiter.take(tenant);
  if (decision.allowed) return undefined;
  metrics.limited.inc();
  const { requests, windowSeconds } = limiter.policy;
  const wait = decision.retryAfterSeconds;
  const detail = `The quota of ${requests} requests in ${windowSeconds} seconds is used up. Try again in ${wait} seconds.`;
  return {
    ...refuse('rate-limited', detail),
    headers: {
      RateLimit: `"tenant";r=0;t=${wait}`,
      'RateLimit-Policy': `"tenant";q=${requests};w=${windowSeconds}`,
      'Retry-After': wait,
    },
  };
}
