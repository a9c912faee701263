// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

export interface RetryOptions {
  /** How often a handler gets to try a message before it becomes a dead letter; 3 by default. */
  readonly maxDeliveries: number;
  /** How long to wait after the given delivery, counted from 1, in milliseconds. */
  readonly delayMs: (deliveries: number) => number;
}

/** 1 s, 2 s, 4 s, … at most a minute, each shortened by up to a half at random, so that failures do not come back together. */
export function exponentialDelay(deliveries: number): number {
  const full = Math.min(1_000 * 2 ** Math.min(deliveries - 1, 16), 60_000);
  return Math.round(full * (1 - Math.random() / 2));
}
