import type { RateLimitPolicy } from '../rate-limit.ts';

/** One window that something is to be taken from. */
export interface Want {
  readonly key: string;
  readonly policy: RateLimitPolicy;
  /** 1 when left out. */
  readonly amount?: number;
}

export type LimitsDecision =
  | { readonly allowed: true }
  /** `refused` is the place of the first window without room. */
  | { readonly allowed: false; readonly refused: number; readonly retryAfterSeconds: number };

/** Sliding windows by key, and slots by key. One key is always used with the same policy. */
export interface RateLimits {
  /** Takes from every window, or from none of them. */
  take(wants: readonly Want[]): Promise<LimitsDecision>;
  /** What `take` would answer, without taking any of it. */
  look(want: Want): Promise<LimitsDecision>;
  /** Counts what has been used already, whether or not there was room for it. */
  add(want: Want): Promise<void>;
  remaining(key: string, policy: RateLimitPolicy): Promise<number>;
  /** Holds one of so many slots until it is released; undefined when all are taken. */
  hold(key: string, slots: number): Promise<Slot | undefined>;
  /** How many slots are held now. */
  held(key: string): Promise<number>;
  /** Whether all replicas count together. */
  shared(): boolean;
  close(): Promise<void>;
}

export interface Slot {
  /** To be called once. */
  release(): Promise<void>;
}
