import type { Principal } from '../../../common/auth/token-verifier.ts';
import { problem } from '../../../common/problem.ts';
import type { RateLimitPolicy } from '../../../common/rate-limit.ts';
import { bearerSecurity } from '../../../common/service/authenticate.ts';
import { HttpProblem, type SecurityContext } from '../../generated/index.ts';
import type { GatewayDeps } from '../deps.ts';

const bearer = bearerSecurity(HttpProblem);

type AdmissionContext = Pick<SecurityContext<GatewayDeps>, 'deps' | 'scopes' | 'operationId'>;

/** Who asks, and whether they may ask now: before the body is read, so that a refusal costs next to nothing. */
export const security = {
  BearerJwt: async (credential: { readonly token: string }, context: AdmissionContext): Promise<Principal> => {
    const principal = await bearer.BearerJwt(credential, context);
    await takeFrom('client', clientKey(principal, context.operationId), context.deps);
    await takeFrom('tenant', tenantKey(principal), context.deps);
    return principal;
  },
};

export function tenantKey({ tenant }: Principal): string {
  return tenant;
}

/** The application, or the person where the token names none, and what they ask for. */
function clientKey({ tenant, clientId, subject }: Principal, operationId: string): string {
  return JSON.stringify([tenant, clientId ?? null, clientId === undefined ? (subject ?? null) : null, operationId]);
}

async function takeFrom(name: 'client' | 'tenant', key: string, deps: GatewayDeps): Promise<void> {
  const policy = deps.policies[name];
  const decision = await deps.limits.take(key, policy);
  if (decision.allowed) return;
  deps.metrics.limited.inc();
  throw tooMany(name, policy, decision.retryAfterSeconds);
}

function tooMany(name: string, { requests, windowSeconds }: RateLimitPolicy, wait: number): HttpProblem {
  const of = name === 'client' ? 'limit of this operation' : 'quota';
  const detail = `The ${of}, ${requests} requests in ${windowSeconds} seconds, is used up. Try again in ${wait} seconds.`;
  return new HttpProblem(429, {
    ...problem('rate-limited', detail),
    headers: {
      RateLimit: `"${name}";r=0;t=${wait}`,
      'RateLimit-Policy': `"${name}";q=${requests};w=${windowSeconds}`,
      'Retry-After': String(wait),
    },
  });
}
