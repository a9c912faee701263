import type { Clock } from './clock.ts';

export interface RateLimitPolicy {
  /** How many requests each client may make within one window; bytes or seconds where those are counted. */
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
  #sweepAt = sweepAt;

  constructor(policy: RateLimitPolicy, clock: Clock) {
    this.policy = policy;
    this.#clock = clock;
  }

  take(client: string, amount = 1): RateLimitDecision {
    const decision = this.look(client, amount);
    if (decision.allowed) this.add(client, amount);
    return decision;
  }

  /** What `take` would answer, without taking any of it. */
  look(client: string, amount = 1): RateLimitDecision {
    const { requests, windowSeconds } = this.policy;
    const { window, weight } = this.#now(client);
    const used = window.current + window.previous * weight;
    if (used + amount <= requests + roundingError) {
      return { allowed: true, remaining: Math.floor(requests - used - amount + roundingError) };
    }
    return { allowed: false, retryAfterSeconds: waitSeconds(window, weight, { requests, windowSeconds, amount }) };
  }

  /** Counts what has been used already, whether or not there was room for it. */
  add(client: string, amount: number): void {
    const { window } = this.#now(client);
    window.current += amount;
    if (!this.#windows.has(client)) this.#keep(client, window);
  }

  /** What is left now, without taking any of it. */
  remaining(client: string): number {
    const { window, weight } = this.#now(client);
    return Math.max(0, Math.floor(this.policy.requests - window.current - window.previous * weight + roundingError));
  }

  #now(client: string): { readonly window: Window; readonly weight: number } {
    const now = this.#clock().getTime() / 1000 / this.policy.windowSeconds;
    const index = Math.floor(now);
    const window = this.#windows.get(client) ?? { index, current: 0, previous: 0 };
    if (window.index !== index) {
      window.previous = window.index === index - 1 ? window.current : 0;
      window.current = 0;
      window.index = index;
    }
    return { window, weight: 1 - (now - index) };
  }

  #keep(client: string, window: Window): void {
    if (this.#windows.size >= this.#sweepAt) this.#sweep(window.index);
    this.#windows.set(client, window);
  }

  /** Where most clients are still there, the next sweep waits until there are twice as many: it has to stay rare. */
  #sweep(index: number): void {
    for (const [client, window] of this.#windows) {
      if (window.index < index - 1) this.#windows.delete(client);
    }
    this.#sweepAt = Math.max(sweepAt, this.#windows.size * 2);
  }
}

/** Seconds until `amount` more fits, if nobody takes any before; a whole window where it never does. */
function waitSeconds(
  { current, previous }: Window,
  weight: number,
  asked: RateLimitPolicy & { amount: number },
): number {
  const { requests, windowSeconds, amount } = asked;
  if (amount > requests) return windowSeconds;
  const free = requests - amount - current;
  // With room in this window, the one before has to fade; without, this one has to end and then fade itself.
  const windows = free >= 0 ? weight - free / previous : weight + 1 - (requests - amount) / current;
  return Math.max(1, Math.ceil(windows * windowSeconds));
}
