import type { RateLimitDecision, RateLimitPolicy } from '../rate-limit.ts';

/** Sliding windows by key. One key is always used with the same policy. */
export interface RateLimits {
  take(key: string, policy: RateLimitPolicy): Promise<RateLimitDecision>;
  /** What is left now, without taking any of it. */
  remaining(key: string, policy: RateLimitPolicy): Promise<number>;
  /** Whether all replicas count together. */
  shared(): boolean;
  close(): Promise<void>;
}
