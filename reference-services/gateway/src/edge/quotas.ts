import type { Principal } from '../../../common/auth/token-verifier.ts';
import { problem } from '../../../common/problem.ts';
import type { RateLimitPolicy } from '../../../common/rate-limit.ts';
import type { Want } from '../../../common/rate-limits/rate-limits.ts';
import { HttpProblem } from '../../generated/index.ts';
import type { GatewayDeps } from '../deps.ts';

/** What a tenant may use, beside requests. The names are those of `RateLimit` and of `GET /v1/quotas`. */
export type UsageQuota = 'upload-bytes' | 'audio-seconds';

/** In sentences, and as the parameter `qu` of draft-ietf-httpapi-ratelimit-headers. */
const units = {
  'upload-bytes': { said: 'bytes', parameter: 'content-bytes' },
  'audio-seconds': { said: 'seconds of audio', parameter: 'seconds' },
} as const;

export const streamsQuota = 'streams';

/** Streams are counted at every moment; one that has just ended is free again. */
export const streamsWindowSeconds = 1;

export function usageOf(name: UsageQuota, { tenant }: Pick<Principal, 'tenant'>, deps: GatewayDeps, amount = 1): Want {
  const policy = name === 'upload-bytes' ? deps.policies.uploadBytes : deps.policies.audioSeconds;
  return { key: `${name}:${tenant}`, policy, amount };
}

/** Throws the refusal of a request when less than `amount` is left. Nothing is taken: what is used is counted when it is known. */
export async function demand(name: UsageQuota, principal: Principal, deps: GatewayDeps, amount = 1): Promise<void> {
  const want = usageOf(name, principal, deps, amount);
  const decision = await deps.limits.look(want);
  if (decision.allowed) return;
  deps.metrics.limited.inc();
  const { requests, windowSeconds } = want.policy;
  const remaining = await deps.limits.remaining(want.key, want.policy);
  const detail = `The quota of ${requests} ${units[name].said} in ${windowSeconds} seconds has ${remaining} left, which is not enough.`;
  throw tooMany({
    name,
    policy: want.policy,
    remaining,
    wait: decision.retryAfterSeconds,
    detail,
    unit: units[name].parameter,
  });
}

export interface Excess {
  readonly name: string;
  readonly policy: RateLimitPolicy;
  readonly remaining?: number;
  /** In seconds. */
  readonly wait: number;
  readonly detail: string;
  /** What is counted; requests when left out. */
  readonly unit?: string;
}

export function tooMany({ name, policy, remaining = 0, wait, detail, unit }: Excess): HttpProblem {
  const { requests, windowSeconds } = policy;
  return new HttpProblem(429, {
    ...problem('rate-limited', `${detail} Try again in ${wait} seconds.`),
    headers: {
      RateLimit: `"${name}";r=${remaining};t=${wait}`,
      'RateLimit-Policy': `"${name}";q=${requests}${unit === undefined ? '' : `;qu="${unit}"`};w=${windowSeconds}`,
      'Retry-After': String(wait),
    },
  });
}
