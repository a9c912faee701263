import type { Principal } from '../../../common/auth/token-verifier.ts';
import type { Handlers } from '../../generated/index.ts';
import type { GatewayDeps } from '../deps.ts';
import { tenantKey } from '../edge/admit.ts';

/** As the contract describes a scope: others that a token carries mean nothing here. */
const scopePattern = /^[a-z]+:[a-z]+$/;

export const accountHandlers = {
  getPrincipal: (_input, { principal }) => ({ status: 200, body: describe(principal) }),

  getQuotas: async (_input, { deps, principal }) => {
    const { requests, windowSeconds } = deps.policies.tenant;
    const remaining = await deps.limits.remaining(tenantKey(principal), deps.policies.tenant);
    const resetsAt = new Date(deps.clock().getTime() + windowSeconds * 1000).toISOString();
    const quota = { name: 'tenant', unit: 'requests', limit: requests, remaining, windowSeconds, resetsAt } as const;
    return { status: 200, body: { quotas: [quota] } };
  },
} satisfies Partial<Handlers<GatewayDeps, Principal>>;

function describe({ tenant, subject, clientId, scopes, expiresAt }: Principal) {
  return {
    subject: (subject ?? clientId ?? tenant).slice(0, 255),
    ...(clientId !== undefined && { clientId: clientId.slice(0, 255) }),
    tenantId: tenant,
    scopes: [...scopes].filter((scope) => scope.length <= 64 && scopePattern.test(scope)).slice(0, 100),
    expiresAt: expiresAt.toISOString(),
  };
}
