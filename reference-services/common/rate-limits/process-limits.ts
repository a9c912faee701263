import type { Clock } from '../clock.ts';
import { RateLimiter, type RateLimitPolicy } from '../rate-limit.ts';
import type { LimitsDecision, RateLimits, Want } from './rate-limits.ts';

/** Windows and slots of this process alone. */
export function createProcessLimits(clock: Clock): RateLimits {
  const limiters = new Map<string, RateLimiter>();
  const slotsHeld = new Map<string, number>();
  return {
    async take(wants) {
      for (const [place, want] of wants.entries()) {
        const decision = lookAt(want, place);
        if (!decision.allowed) return decision;
      }
      for (const want of wants) addTo(want);
      return { allowed: true };
    },
    look: async (want) => lookAt(want, 0),
    add: async (want) => addTo(want),
    remaining: async (key, policy) => limiterFor(policy).remaining(key),
    async hold(key, slots) {
      if (heldNow(key) >= slots) return undefined;
      slotsHeld.set(key, heldNow(key) + 1);
      return { release: async () => release(key) };
    },
    held: async (key) => heldNow(key),
    shared: () => false,
    close: async () => {},
  };

  function lookAt({ key, policy, amount }: Want, place: number): LimitsDecision {
    const decision = limiterFor(policy).look(key, amount);
    return decision.allowed ? { allowed: true } : { ...decision, refused: place };
  }

  function addTo({ key, policy, amount = 1 }: Want): void {
    limiterFor(policy).add(key, amount);
  }

  function limiterFor(policy: RateLimitPolicy): RateLimiter {
    const name = `${policy.requests}/${policy.windowSeconds}`;
    const known = limiters.get(name);
    if (known !== undefined) return known;
    const limiter = new RateLimiter(policy, clock);
    limiters.set(name, limiter);
    return limiter;
  }

  function heldNow(key: string): number {
    return slotsHeld.get(key) ?? 0;
  }

  function release(key: string): void {
    const left = heldNow(key) - 1;
    if (left > 0) slotsHeld.set(key, left);
    else slotsHeld.delete(key);
  }
}
