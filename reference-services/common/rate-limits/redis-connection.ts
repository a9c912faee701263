import { Redis, type Result } from 'ioredis';
import type { Logger } from '../logging.ts';
import { slidingWindowScript } from './sliding-window.ts';
import { heldSlotsScript, holdSlotScript } from './slot-leases.ts';

export interface RedisConnectionOptions {
  readonly url: string;
  readonly logger: Logger;
  /** Longer than this, no request waits for Redis. */
  readonly timeoutMs: number;
  /** After a failure Redis is left alone for this long, so that a server that hangs delays one request and not each. */
  readonly restMs: number;
}

/** Redis with the scripts of the limits. Commands that fail answer undefined: limits are a net, not a gate. */
export class RedisConnection {
  readonly #redis: Redis;
  readonly #logger: Logger;
  readonly #restMs: number;
  #answers = true;
  #restsUntil = 0;

  constructor({ url, logger, timeoutMs, restMs }: RedisConnectionOptions) {
    this.#logger = logger;
    this.#restMs = restMs;
    this.#redis = new Redis(url, {
      commandTimeout: timeoutMs,
      connectTimeout: 1_000,
      // A request must not wait until Redis is back.
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      retryStrategy: (attempt: number) => Math.min(2_000, 50 * 2 ** Math.min(attempt, 6)),
      scripts: {
        slidingWindow: { lua: slidingWindowScript },
        holdSlot: { lua: holdSlotScript, numberOfKeys: 1 },
        heldSlots: { lua: heldSlotsScript, numberOfKeys: 1, readOnly: true },
      },
    });
    this.#redis.on('error', (error) => this.#lost(error));
  }

  /** As far as is known. */
  get answers(): boolean {
    return this.#answers && this.#redis.status === 'ready';
  }

  async ask<T>(command: (redis: Redis) => Promise<T>): Promise<T | undefined> {
    if (this.#redis.status !== 'ready' || performance.now() < this.#restsUntil) return undefined;
    // While it does not answer, one request at a time finds out whether it does again.
    if (!this.#answers) this.#rest();
    try {
      const answer = await command(this.#redis);
      if (!this.#answers) this.#logger.info('Redis answers again; rate limits are shared');
      this.#answers = true;
      this.#restsUntil = 0;
      return answer;
    } catch (error) {
      this.#rest();
      this.#lost(error);
      return undefined;
    }
  }

  close(): void {
    this.#redis.disconnect();
  }

  #rest(): void {
    this.#restsUntil = performance.now() + this.#restMs;
  }

  /** Once for each loss: a server that is down must not fill the log. */
  #lost(error: unknown): void {
    if (this.#answers) this.#logger.warn({ error }, 'Redis does not answer; rate limits count in this process alone');
    this.#answers = false;
  }
}

declare module 'ioredis' {
  interface RedisCommander<Context> {
    slidingWindow(...keysAndArguments: (string | number)[]): Result<[number, number, number], Context>;
    holdSlot(key: string, slots: number, leaseMs: number, id: string): Result<number, Context>;
    heldSlots(key: string): Result<number, Context>;
  }
}
