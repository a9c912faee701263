import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Logger } from '../logging.ts';
import { createProcessLimits } from './process-limits.ts';
import type { LimitsDecision, RateLimits, Slot, Want } from './rate-limits.ts';
import { RedisConnection } from './redis-connection.ts';

export interface RedisLimitsOptions {
  readonly url: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Longer than this, no request waits for Redis. */
  readonly timeoutMs?: number;
  readonly restMs?: number;
  /** After this, the slots of a replica that has died are free again. */
  readonly leaseMs?: number;
}

/**
 * Windows and slots that all replicas share. Each process counts its own part as well, and goes by that while Redis does not
 * answer.
 */
export function createRedisLimits(options: RedisLimitsOptions): RateLimits {
  const { url, clock, logger, timeoutMs = 100, restMs = 500, leaseMs = 60_000 } = options;
  const redis = new RedisConnection({ url, logger, timeoutMs, restMs });
  const own = createProcessLimits(clock);
  const leases = new Map<string, { readonly key: string; readonly slots: number }>();
  const renewal = setInterval(renew, leaseMs / 3).unref();
  // Not for readiness alone: somebody has to notice that Redis is back when nobody asks for anything.
  const watch = setInterval(() => redis.answers || redis.ask((it) => it.ping()), restMs).unref();

  return {
    async take(wants) {
      const counted = await count('take', wants);
      if (counted === undefined) return own.take(wants);
      if (counted.allowed) for (const want of wants) void own.add(want);
      return counted;
    },
    look: async (want) => (await count('look', [want])) ?? own.look(want),
    async add(want) {
      await Promise.all([own.add(want), count('add', [want])]);
    },
    async remaining(key, policy) {
      const [, , left] = (await run('look', [{ key, policy, amount: 0 }])) ?? [];
      return left ?? own.remaining(key, policy);
    },
    hold,
    held: async (key) => (await redis.ask((it) => it.heldSlots(`slots:${key}`))) ?? own.held(key),
    shared: () => redis.answers,
    async close() {
      clearInterval(renewal);
      clearInterval(watch);
      await Promise.all([...leases].map(([id, { key }]) => redis.ask((it) => it.zrem(`slots:${key}`, id))));
      redis.close();
    },
  };

  async function count(mode: 'take' | 'look' | 'add', wants: readonly Want[]): Promise<LimitsDecision | undefined> {
    const answer = await run(mode, wants);
    if (answer === undefined) return undefined;
    const [place, retryAfterSeconds] = answer;
    return place === 0 ? { allowed: true } : { allowed: false, refused: place - 1, retryAfterSeconds };
  }

  function run(mode: 'take' | 'look' | 'add', wants: readonly Want[]) {
    const keys = wants.map(({ key }) => `rate:${key}`);
    const numbers = wants.flatMap(({ policy, amount = 1 }) => [policy.requests, policy.windowSeconds * 1000, amount]);
    return redis.ask((it) => it.slidingWindow(keys.length, ...keys, mode, ...numbers));
  }

  async function hold(key: string, slots: number): Promise<Slot | undefined> {
    const id = randomUUID();
    const isFree = await redis.ask((it) => it.holdSlot(`slots:${key}`, slots, leaseMs, id));
    if (isFree === 0) return undefined;
    // What Redis has allowed, the process counts too; alone it decides only while Redis is silent.
    const held = await own.hold(key, isFree === 1 ? Number.POSITIVE_INFINITY : slots);
    if (held === undefined) return undefined;
    leases.set(id, { key, slots });
    return {
      async release() {
        leases.delete(id);
        await held.release();
        await redis.ask((it) => it.zrem(`slots:${key}`, id));
      },
    };
  }

  function renew(): void {
    // Held already, so that a limit that has been reached since does not matter.
    for (const [id, { key }] of leases) {
      void redis.ask((it) => it.holdSlot(`slots:${key}`, Number.MAX_SAFE_INTEGER, leaseMs, id));
    }
  }
}
