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
      Array.from({ length: 200 }, (_, i) => replicas[i % replicas.length]?.take([{ key, policy }])),
    );
    expect(taken.filter((decision) => decision?.allowed)).toHaveLength(50);
    const refused = taken.find((decision) => decision?.allowed === false);
    expect(refused).toEqual({ allowed: false, refused: 0, retryAfterSeconds: expect.any(Number) });
    expect(await replicas[0]?.remaining(key, policy)).toBe(0);
  });

  it('takes from every window or from none, and adds what was used beyond the limit', async () => {
    const [redis] = replicas;
    if (redis === undefined) throw new Error('no replica');
    const policy = { requests: 10, windowSeconds: 60 };
    const [small, large] = [randomUUID(), randomUUID()];
    const wants = [
      { key: large, policy },
      { key: small, policy: { ...policy, requests: 1 } },
    ];
    expect(await redis.take(wants)).toEqual({ allowed: true });
    expect(await redis.take(wants)).toMatchObject({ allowed: false, refused: 1 });
    expect(await redis.remaining(large, policy)).toBe(9);
    await redis.add({ key: large, policy, amount: 20 });
    expect(await redis.remaining(large, policy)).toBe(0);
    expect(await redis.look({ key: large, policy, amount: 11 })).toEqual({
      allowed: false,
      refused: 0,
      retryAfterSeconds: 60,
    });
  });

  it('replicas share slots; a lease is prolonged while it is held, and free once its replica has closed', async () => {
    const key = randomUUID();
    const [a, b] = replicas;
    const dying = createRedisLimits({ url: url ?? '', clock: systemClock, logger, leaseMs: 100_000 });
    await vi.waitUntil(() => dying.shared(), { timeout: 5_000 });
    const slot = await a?.hold(key, 2);
    expect(await dying.hold(key, 2)).toBeDefined();
    expect([await b?.hold(key, 2), await b?.held(key)]).toEqual([undefined, 2]);
    await dying.close();
    await slot?.release();
    expect(await a?.held(key)).toBe(0);
    const short = createRedisLimits({ url: url ?? '', clock: systemClock, logger, leaseMs: 150 });
    await vi.waitUntil(() => short.shared(), { timeout: 5_000 });
    await short.hold(key, 1);
    await wait(300);
    expect(await b?.hold(key, 1)).toBeUndefined();
    await short.close();
    expect(await b?.hold(key, 1)).toBeDefined();
  });

  it('slides as the limits of a process do, and keeps its word on how long to wait', async () => {
    const policy = { requests: 4, windowSeconds: 1 };
    const key = randomUUID();
    const [redis] = replicas;
    if (redis === undefined) throw new Error('no replica');
    for (let round = 0; round < 3; round++) {
      let decision = await redis.take([{ key, policy }]);
      while (decision.allowed) decision = await redis.take([{ key, policy }]);
      expect(decision.retryAfterSeconds).toBeLessThanOrEqual(2);
      await wait(decision.retryAfterSeconds * 1000);
      expect((await redis.take([{ key, policy }])).allowed).toBe(true);
    }
  });
});

it('looking at what is left takes nothing, and fades as the window does', async () => {
  const time = { now: 60_000_000 };
  const limits = createProcessLimits(() => new Date(time.now));
  const policy = { requests: 10, windowSeconds: 60 };
  expect(await limits.remaining('a', policy)).toBe(10);
  for (let i = 0; i < 4; i++) await limits.take([{ key: 'a', policy }]);
  expect([await limits.remaining('a', policy), await limits.remaining('a', policy)]).toEqual([6, 6]);
  time.now += 90_000;
  expect(await limits.remaining('a', policy)).toBe(8);
  time.now += 60_000;
  expect(await limits.remaining('a', policy)).toBe(10);
});
