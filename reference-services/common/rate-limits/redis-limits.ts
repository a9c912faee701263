import { Redis } from 'ioredis';
import type { Clock } from '../clock.ts';
import type { Logger } from '../logging.ts';
import type { RateLimitPolicy } from '../rate-limit.ts';
import { createProcessLimits } from './process-limits.ts';
import type { RateLimits } from './rate-limits.ts';
import { slidingWindowScript } from './sliding-window.ts';

export interface RedisLimitsOptions {
  readonly url: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Longer than this, no request waits for Redis. */
  readonly timeoutMs?: number;
}

/** Windows that all replicas share. While Redis does not answer, each process counts by itself: limits are a net, not a gate. */
export function createRedisLimits({ url, clock, logger, timeoutMs = 100 }: RedisLimitsOptions): RateLimits {
  const redis = new Redis(url, {
    commandTimeout: timeoutMs,
    connectTimeout: 1_000,
    // A request must not wait until Redis is back.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt: number) => Math.min(2_000, 50 * 2 ** Math.min(attempt, 6)),
  });
  const own = createProcessLimits(clock);
  let answers = true;
  redis.on('error', lost);

  return {
    async take(key, policy) {
      const counted = await count(key, policy, 1);
      if (counted === undefined) return own.take(key, policy);
      const [allowed, remaining, wait] = counted;
      return allowed === 1 ? { allowed: true, remaining } : { allowed: false, retryAfterSeconds: wait };
    },
    async remaining(key, policy) {
      const counted = await count(key, policy, 0);
      return counted === undefined ? own.remaining(key, policy) : counted[1];
    },
    shared: () => answers && redis.status === 'ready',
    close: async () => redis.disconnect(),
  };

  async function count(key: string, { requests, windowSeconds }: RateLimitPolicy, take: 0 | 1) {
    if (redis.status !== 'ready') return undefined;
    try {
      const answer = await redis.eval(slidingWindowScript, 1, `rate:${key}`, requests, windowSeconds * 1000, take);
      answers = true;
      return answer as [allowed: number, remaining: number, wait: number]; // as the script answers
    } catch (error) {
      lost(error);
      return undefined;
    }
  }

  /** Once for each loss: a server that is down must not fill the log. */
  function lost(error: unknown): void {
    if (answers) logger.warn({ error }, 'Redis does not answer; rate limits count in this process alone');
    answers = false;
  }
}
