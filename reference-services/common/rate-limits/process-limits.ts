import type { Clock } from '../clock.ts';
import { RateLimiter, type RateLimitPolicy } from '../rate-limit.ts';
import type { RateLimits } from './rate-limits.ts';

/** Windows of this process alone. */
export function createProcessLimits(clock: Clock): RateLimits {
  const limiters = new Map<string, RateLimiter>();
  return {
    take: async (key, policy) => limiterFor(policy).take(key),
    remaining: async (key, policy) => limiterFor(policy).remaining(key),
    shared: () => false,
    close: async () => {},
  };

  function limiterFor(policy: RateLimitPolicy): RateLimiter {
    const name = `${policy.requests}/${policy.windowSeconds}`;
    const known = limiters.get(name);
    if (known !== undefined) return known;
    const limiter = new RateLimiter(policy, clock);
    limiters.set(name, limiter);
    return limiter;
  }
}
