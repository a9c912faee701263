import type { Principal } from '../../../common/auth/token-verifier.ts';
import { bearerSecurity } from '../../../common/service/authenticate.ts';
import { HttpProblem, type SecurityContext } from '../../generated/index.ts';
import type { GatewayDeps } from '../deps.ts';
import { tooMany } from './quotas.ts';

const bearer = bearerSecurity(HttpProblem);

type AdmissionContext = Pick<SecurityContext<GatewayDeps>, 'deps' | 'scopes' | 'operationId'>;

/** Who asks, and whether they may ask now: before the body is read, so that a refusal costs next to nothing. */
export const security = {
  BearerJwt: async (credential: { readonly token: string }, context: AdmissionContext): Promise<Principal> => {
    const principal = await bearer.BearerJwt(credential, context);
    const { deps, operationId } = context;
    const { client, tenant } = deps.policies;
    const decision = await deps.limits.take([
      { key: clientKey(principal, operationId), policy: client },
      { key: tenantKey(principal), policy: tenant },
    ]);
    if (decision.allowed) return principal;
    deps.metrics.limited.inc();
    throw decision.refused === 0
      ? overLimit('client', 'limit of this operation', client, decision.retryAfterSeconds)
      : overLimit('tenant', 'quota', tenant, decision.retryAfterSeconds);
  },
};

export function tenantKey({ tenant }: Principal): string {
  return tenant;
}

/** The application, or the person where the token names none, and what they ask for. */
function clientKey({ tenant, clientId, subject }: Principal, operationId: string): string {
  return JSON.stringify([tenant, clientId ?? null, clientId === undefined ? (subject ?? null) : null, operationId]);
}

function overLimit(name: string, of: string, policy: GatewayDeps['policies']['client'], wait: number): HttpProblem {
  const { requests, windowSeconds } = policy;
  return tooMany({
    name,
    policy,
    wait,
    detail: `The ${of}, ${requests} requests in ${windowSeconds} seconds, is used up.`,
  });
}
