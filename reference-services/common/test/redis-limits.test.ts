import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../clock.ts';
import { createLogger } from '../logging.ts';
import { createProcessLimits } from '../rate-limits/process-limits.ts';
import type { RateLimits } from '../rate-limits/rate-limits.ts';
import { createRedisLimits } from '../rate-limits/redis-limits.ts';

const { REDIS_URL: url } = process.env;
if (url === undefined) console.log('skipped: set REDIS_URL to run the rate limits on Redis.');
const logger = createLogger({ service: 'test', level: 'silent' });

describe.skipIf(url === undefined)('rate limits in Redis', () => {
  const replicas: RateLimits[] = [];
  beforeAll(async () => {
    for (let i = 0; i < 2; i++) replicas.push(createRedisLimits({ url: url ?? '', clock: systemClock, logger }));
    await vi.waitUntil(() => replicas.every((replica) => replica.shared()), { timeout: 5_000 });
  });
  afterAll(async () => {
    for (const replica of replicas) await replica.close();
  });

  it('replicas count together, and concurrent requests never get more than the limit', async () => {
    const policy = { requests: 50, windowSeconds: 60 };
    const key = randomUUID();
    const taken = await Promise.all(
      Array.from({ length: 200 }, (_, i) => replicas[i % replicas.length]?.take(key, policy)),
    );
    expect(taken.filter((decision) => decision?.allowed)).toHaveLength(50);
    const refused = taken.find((decision) => decision?.allowed === false);
    expect(refused).toEqual({ allowed: false, retryAfterSeconds: expect.any(Number) });
    expect(await replicas[0]?.remaining(key, policy)).toBe(0);
  });

  it('slides as the limits of a process do, and keeps its word on how long to wait', async () => {
    const policy = { requests: 4, windowSeconds: 1 };
    const key = randomUUID();
    const [redis] = replicas;
    if (redis === undefined) throw new Error('no replica');
    for (let round = 0; round < 3; round++) {
      let decision = await redis.take(key, policy);
      while (decision.allowed) decision = await redis.take(key, policy);
      expect(decision.retryAfterSeconds).toBeLessThanOrEqual(2);
      await wait(decision.retryAfterSeconds * 1000);
      expect((await redis.take(key, policy)).allowed).toBe(true);
    }
  });
});

it('looking at what is left takes nothing, and fades as the window does', async () => {
  const time = { now: 60_000_000 };
  const limits = createProcessLimits(() => new Date(time.now));
  const policy = { requests: 10, windowSeconds: 60 };
  expect(await limits.remaining('a', policy)).toBe(10);
  for (let i = 0; i < 4; i++) await limits.take('a', policy);
  expect([await limits.remaining('a', policy), await limits.remaining('a', policy)]).toEqual([6, 6]);
  time.now += 90_000;
  expect(await limits.remaining('a', policy)).toBe(8);
  time.now += 60_000;
  expect(await limits.remaining('a', policy)).toBe(10);
});
