import type { Clock } from './clock.ts';

export interface RateLimitPolicy {
  /** How many requests each client may make within one window. */
  readonly requests: number;
  readonly windowSeconds: number;
}

export type RateLimitDecision =
  | { readonly allowed: true; readonly remaining: number }
  | { readonly allowed: false; readonly retryAfterSeconds: number };

interface Window {
  /** The number of the fixed window that `current` counts. */
  index: number;
  current: number;
  previous: number;
}

/** Far less than a request: what the fractions of a window lose in floating point. */
const roundingError = 1e-6;

/** Windows that nobody uses any more are dropped when there are this many. */
const sweepAt = 10_000;

/**
 * A sliding window from two counters: the requests of the present fixed window, and those of the one before in proportion
 * to how much of it the sliding window still covers. Memory is constant for each client.
 */
export class RateLimiter {
  readonly policy: RateLimitPolicy;
  readonly #clock: Clock;
  readonly #windows = new Map<string, Window>();

  constructor(policy: RateLimitPolicy, clock: Clock) {
    this.policy = policy;
    this.#clock = clock;
  }

  take(client: string): RateLimitDecision {
    const { requests, windowSeconds } = this.policy;
    const now = this.#clock().getTime() / 1000 / windowSeconds;
    const window = this.#windowAt(client, Math.floor(now));
    const weight = 1 - (now - Math.floor(now));
    const used = window.current + window.previous * weight;
    if (used + 1 > requests + roundingError) return { allowed: false, retryAfterSeconds: this.#wait(window, weight) };
    window.current += 1;
    return { allowed: true, remaining: Math.floor(requests - used - 1) };
  }

  /** What is left now, without taking any of it. */
  remaining(client: string): number {
    const { requests, windowSeconds } = this.policy;
    const window = this.#windows.get(client);
    if (window === undefined) return requests;
    const now = this.#clock().getTime() / 1000 / windowSeconds;
    const age = Math.floor(now) - window.index;
    const current = age === 0 ? window.current : 0;
    const previous = age === 0 ? window.previous : age === 1 ? window.current : 0;
    return Math.max(0, Math.floor(requests - current - previous * (1 - (now - Math.floor(now)))));
  }

  #windowAt(client: string, index: number): Window {
    if (this.#windows.size >= sweepAt && !this.#windows.has(client)) this.#sweep(index);
    const known = this.#windows.get(client);
    const window = known ?? { index, current: 0, previous: 0 };
    if (window.index !== index) {
      window.previous = window.index === index - 1 ? window.current : 0;
      window.current = 0;
      window.index = index;
    }
    if (known === undefined) this.#windows.set(client, window);
    return window;
  }

  /** Seconds until one more request fits, if nobody sends any before. */
  #wait({ current, previous }: Window, weight: number): number {
    const { requests, windowSeconds } = this.policy;
    const free = requests - 1 - current;
    // With room in this window, the one before has to fade; without, this one has to end and then fade itself.
    const windows = free >= 0 ? weight - free / previous : weight + 1 - (requests - 1) / current;
    return Math.max(1, Math.ceil(windows * windowSeconds));
  }

  #sweep(index: number): void {
    for (const [client, window] of this.#windows) {
      if (window.index < index - 1) this.#windows.delete(client);
    }
  }
}
