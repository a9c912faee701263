import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RateLimiter } from '../rate-limit.ts';

function limiterAt(start: number, policy = { requests: 10, windowSeconds: 60 }) {
  const time = { seconds: start };
  const limiter = new RateLimiter(policy, () => new Date(time.seconds * 1000));
  const allowed = (count: number) =>
    Array.from({ length: count }, () => limiter.take('a')).filter((it) => it.allowed).length;
  return { limiter, time, allowed };
}

describe('RateLimiter', () => {
  it('lets through as many requests as the policy says', () => {
    expect(limiterAt(0).allowed(25)).toBe(10);
  });

  it('slides: half a window later half of the requests of the last one still count', () => {
    const { time, allowed } = limiterAt(0);
    expect(allowed(10)).toBe(10);
    time.seconds = 90;
    expect(allowed(25)).toBe(5);
    time.seconds = 240;
    expect(allowed(25)).toBe(10);
  });

  it('says how long to wait, and keeps its word', () => {
    const requests = fc.integer({ min: 1, max: 50 });
    const steps = fc.array(fc.integer({ min: 0, max: 70 }), { maxLength: 60 });
    fc.assert(
      fc.property(requests, steps, (limit, pauses) => {
        const { limiter, time } = limiterAt(1000, { requests: limit, windowSeconds: 60 });
        for (const pause of pauses) {
          time.seconds += pause;
          const decision = limiter.take('a');
          if (decision.allowed) continue;
          expect(decision.retryAfterSeconds).toBeGreaterThanOrEqual(1);
          expect(decision.retryAfterSeconds).toBeLessThanOrEqual(120);
          time.seconds += decision.retryAfterSeconds;
          expect(limiter.take('a').allowed).toBe(true);
        }
      }),
    );
  });

  it('counts each client apart, and forgets those that stay away', () => {
    const { limiter, time, allowed } = limiterAt(0);
    expect(allowed(20)).toBe(10);
    expect(limiter.take('b').allowed).toBe(true);
    time.seconds = 600;
    for (let i = 0; i < 10_001; i += 1) limiter.take(`client ${i}`);
    expect(allowed(20)).toBe(10);
  });
});
