import type { Principal } from '../../../common/auth/token-verifier.ts';
import type { Handlers } from '../../generated/index.ts';
import type { GatewayDeps } from '../deps.ts';
import { tenantKey } from '../edge/admit.ts';
import { streamsQuota, streamsWindowSeconds, usageOf } from '../edge/quotas.ts';

/** As the contract describes a scope: others that a token carries mean nothing here. */
const scopePattern = /^[a-z]+:[a-z]+$/;

export const accountHandlers = {
  getPrincipal: (_input, { principal }) => ({ status: 200, body: describe(principal) }),

  getQuotas: async (_input, { deps, principal }) => {
    const { tenant, streams } = deps.policies;
    const requests = { name: 'tenant', unit: 'requests', key: tenantKey(principal), policy: tenant } as const;
    const bytes = { name: 'upload-bytes', unit: 'bytes', ...usageOf('upload-bytes', principal, deps) } as const;
    const audio = { name: 'audio-seconds', unit: 'seconds', ...usageOf('audio-seconds', principal, deps) } as const;
    const windows = await Promise.all([requests, bytes, audio].map((one) => windowQuota(one, deps)));
    const held = await deps.limits.held(principal.tenant);
    const atOnce = { limit: streams, remaining: Math.max(0, streams - held), windowSeconds: streamsWindowSeconds };
    const open = {
      name: streamsQuota,
      unit: 'streams',
      ...atOnce,
      resetsAt: later(deps, streamsWindowSeconds),
    } as const;
    return { status: 200, body: { quotas: [...windows, open] } };
  },
} satisfies Partial<Handlers<GatewayDeps, Principal>>;

interface WindowQuota {
  readonly name: string;
  readonly unit: 'requests' | 'bytes' | 'seconds';
  readonly key: string;
  readonly policy: GatewayDeps['policies']['tenant'];
}

async function windowQuota({ name, unit, key, policy }: WindowQuota, deps: GatewayDeps) {
  const { requests: limit, windowSeconds } = policy;
  const remaining = await deps.limits.remaining(key, policy);
  return { name, unit, limit, remaining, windowSeconds, resetsAt: later(deps, windowSeconds) };
}

function later({ clock }: GatewayDeps, seconds: number): string {
  return new Date(clock().getTime() + seconds * 1000).toISOString();
}

function describe({ tenant, subject, clientId, scopes, expiresAt }: Principal) {
  return {
    subject: (subject ?? clientId ?? tenant).slice(0, 255),
    ...(clientId !== undefined && { clientId: clientId.slice(0, 255) }),
    tenantId: tenant,
    scopes: [...scopes].filter((scope) => scope.length <= 64 && scopePattern.test(scope)).slice(0, 100),
    expiresAt: expiresAt.toISOString(),
  };
}
