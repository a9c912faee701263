import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import type { WorkerPosition } from '../bus.ts';
import { addressReader, type Delivery, placeholder, type SubscribeOptions, type Subscription } from '../runtime.ts';
import { nextDue, postpone, settle, type TakenMessage, takeMessages } from './delivery-store.ts';

export interface SubscriptionOptions extends SubscribeOptions {
  readonly template: string;
  readonly take: (delivery: Delivery) => Promise<void>;
  readonly ackWaitMs: number;
  /** How often to look for what other processes have published. */
  readonly pollMs: number;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}

/** Works on the messages of one durable worker, as many at once as it may. */
export class DatabaseSubscription implements Subscription {
  readonly #database: Database;
  readonly #options: SubscriptionOptions;
  readonly #position: WorkerPosition;
  readonly #pattern: string;
  readonly #read: ReturnType<typeof addressReader>;
  readonly #running = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  #stopped = false;

  constructor(database: Database, options: SubscriptionOptions) {
    this.#database = database;
    this.#options = options;
    this.#position = { durable: options.durable, address: options.template };
    this.#pattern = patternOf(options.template);
    this.#read = addressReader(options.template);
  }

  /** Something may have come. Looks at once, and again if it is already looking. */
  wake(): void {
    if (this.#stopped) return;
    if (this.#looking !== undefined) {
      this.#lookAgain = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#looking = this.#look().finally(() => {
      this.#looking = undefined;
      if (this.#lookAgain) {
        this.#lookAgain = false;
        this.wake();
      }
    });
  }

  async drain(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
    await Promise.all(this.#running);
  }

  async #look(): Promise<void> {
    const { concurrency, pollMs, onError } = this.#options;
    let waitMs = pollMs;
    try {
      for (let free = concurrency - this.#running.size; free > 0 && !this.#stopped; ) {
        const taken = await takeMessages(this.#database, this.#position, { limit: free, ...this.#taking() });
        for (const message of taken) this.#begin(message);
        free = concurrency - this.#running.size;
        if (taken.length === 0) {
          waitMs = Math.min(pollMs, await this.#untilDue());
          break;
        }
      }
    } catch (error) {
      onError(error);
    }
    // Nobody is free: the next one to finish looks again.
    if (!this.#stopped) this.#timer = setTimeout(() => this.wake(), waitMs);
  }

  #taking() {
    const now = this.#options.clock();
    return { now, heldUntil: later(now, this.#options.ackWaitMs), pattern: this.#pattern };
  }

  async #untilDue(): Promise<number> {
    const due = await nextDue(this.#database, this.#position);
    return due === undefined ? Number.POSITIVE_INFINITY : Math.max(due.getTime() - this.#options.clock().getTime(), 1);
  }

  #begin(taken: TakenMessage): void {
    const { take, ackWaitMs, clock, onError } = this.#options;
    const { sequence } = taken.message;
    const stillHeld = () => ({ sequence, dueAt: later(clock(), ackWaitMs), held: true });
    const alive = setInterval(() => {
      postpone(this.#database, this.#position, stillHeld()).catch(onError);
    }, ackWaitMs / 2);
    const work = take(this.#delivery(taken))
      .catch(onError)
      .finally(() => {
        clearInterval(alive);
        this.#running.delete(work);
        this.wake();
      });
    this.#running.add(work);
  }

  #delivery({ message, deliveries }: TakenMessage): Delivery {
    const { sequence, headers, body, id, address } = message;
    const done = () => settle(this.#database, this.#position, sequence);
    return {
      // As on NATS, where the id travels in this header.
      headers: { ...headers, 'Nats-Msg-Id': id },
      ...{ body, id, deliveries },
      address: { template: this.#options.template, parameters: this.#read(address) ?? {} },
      ack: done,
      term: done,
      nak: async (delayMs) => {
        const dueAt = later(this.#options.clock(), delayMs);
        await postpone(this.#database, this.#position, { sequence, dueAt, held: false });
      },
    };
  }
}

function later(time: Date, milliseconds: number): Date {
  return new Date(time.getTime() + milliseconds);
}

/** The regular expression of a template with parameters; an address without any is compared as it is. */
function patternOf(template: string): string {
  const parts = template.split(placeholder);
  if (parts.length === 1) return '';
  const value = template.includes('/') ? '[^/]+' : '[^.]+';
  const pattern = parts.map((part, i) => (i % 2 === 0 ? part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&') : value));
  return `^${pattern.join('')}$`;
}
