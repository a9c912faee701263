import type { DeadLetters } from './dead-letters/dead-letters.ts';
import type { Broker, Delivery, Subscription } from './runtime.ts';
import type { BusDefinition } from './streams/definition.ts';

/** A broker with what the platform asks beside: dead letters that can be looked at, and going back in time. */
export interface Bus extends Broker {
  readonly kind: 'nats' | 'database';
  readonly definition: BusDefinition;
  readonly deadLetters: DeadLetters;
  /**
   * Delivers to this worker again what was kept since then: a time, or the sequence number of a message. Others do not
   * notice. Throws a `BusError` when there is no such worker.
   */
  rewind(position: WorkerPosition, from: Date | number): Promise<void>;
  /**
   * Hands every message on the address, which has no parameters, to this process from now on, whoever works on it: for what
   * each replica holds in its own memory. Nothing is settled or kept for it.
   */
  watch(address: string, take: (delivery: Delivery) => Promise<void>): Promise<Subscription>;
  /** Resolves when messages can be published and received. */
  probe(): Promise<void>;
}

export interface WorkerPosition {
  readonly durable: string;
  /** The address as it was subscribed to. */
  readonly address: string;
}

/** Something was asked of the bus that it cannot do; the message says what and why. */
export class BusError extends Error {
  override readonly name = 'BusError';
}
