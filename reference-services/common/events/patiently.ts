import { setTimeout as pause } from 'node:timers/promises';
import { isDatabaseUnavailable } from '../database/failure.ts';

export interface Patience {
  /** Whether an error means that something is away, as opposed to that the message cannot be handled. */
  readonly isAway?: (error: unknown) => boolean;
  /** After this long the delivery has failed after all; two minutes by default. */
  readonly waitMs?: number;
  /** Aborted when the service stops: it must not wait for what may not come back. */
  readonly signal?: AbortSignal;
}

/**
 * A handler that tries again by itself while what it needs is away. The message stays with its worker, which tells the bus that
 * it lives, so an outage of everything does not use up the deliveries of every message and make dead letters of good ones.
 */
export function patiently<Message, Context>(
  handler: (message: Message, context: Context) => Promise<void> | void,
  { isAway = isDatabaseUnavailable, waitMs = 120_000, signal }: Patience = {},
): (message: Message, context: Context) => Promise<void> {
  return async (message, context) => {
    const end = performance.now() + waitMs;
    for (let attempt = 0; ; attempt++) {
      try {
        return await handler(message, context);
      } catch (error) {
        // 0.1 s, 0.2 s, 0.4 s, … at most 5 s, each up to a half shorter.
        const delayMs = Math.min(100 * 2 ** Math.min(attempt, 16), 5_000) * (1 - Math.random() / 2);
        if (!isAway(error) || performance.now() + delayMs > end || signal?.aborted) throw error;
        await pause(delayMs, undefined, signal && { signal }).catch(() => {
          throw error;
        });
      }
    }
  };
}
