// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { addressReader } from './address.ts';
import type { Delivery, RawMessage, Subscription } from './broker.ts';

interface Message extends RawMessage {
  readonly address: string;
  readonly id: string;
}

interface Entry {
  readonly message: Message;
  readonly parameters: Readonly<Record<string, string>>;
  deliveries: number;
}

interface Worker {
  readonly concurrency: number;
  readonly take: (delivery: Delivery) => Promise<void>;
  readonly running: Set<Promise<void>>;
}

/** After this long an unsettled delivery comes again, as after JetStream's default. */
const ackWaitMs = 30_000;

/** What one durable worker still has to do. */
export class MemoryQueue {
  readonly #template: string;
  readonly #read: ReturnType<typeof addressReader>;
  readonly #waiting: Entry[] = [];
  readonly #delayed = new Map<Entry, ReturnType<typeof setTimeout>>();
  readonly #workers = new Set<Worker>();
  #whenSettled: (() => void)[] = [];

  constructor(template: string) {
    this.#template = template;
    this.#read = addressReader(template);
  }

  /** Something is waiting for a worker that is there, or is being worked on. */
  get busy(): boolean {
    const open = this.#workers.size > 0 && (this.#waiting.length > 0 || this.#delayed.size > 0);
    return open || [...this.#workers].some(({ running }) => running.size > 0);
  }

  offer(message: Message): void {
    const parameters = this.#read(message.address);
    if (parameters === undefined) return;
    this.#waiting.push({ message, parameters, deliveries: 0 });
    this.#pump();
  }

  work(concurrency: number, take: (delivery: Delivery) => Promise<void>): Subscription {
    const worker: Worker = { concurrency, take, running: new Set() };
    this.#workers.add(worker);
    this.#pump();
    return { drain: () => this.#leave(worker) };
  }

  async settled(): Promise<void> {
    if (this.busy) await new Promise<void>((resolve) => this.#whenSettled.push(resolve));
  }

  async close(): Promise<void> {
    for (const timer of this.#delayed.values()) clearTimeout(timer);
    this.#waiting.unshift(...this.#delayed.keys());
    this.#delayed.clear();
    await Promise.all([...this.#workers].map((worker) => this.#leave(worker)));
  }

  async #leave(worker: Worker): Promise<void> {
    this.#workers.delete(worker);
    await Promise.all(worker.running);
    this.#tellIfSettled();
  }

  #pump(): void {
    for (const worker of this.#workers) {
      while (worker.running.size < worker.concurrency) {
        const entry = this.#waiting.shift();
        if (entry === undefined) return;
        this.#deliver(entry, worker);
      }
    }
  }

  #deliver(entry: Entry, worker: Worker): void {
    entry.deliveries += 1;
    let settled = false;
    const settle = (next: () => void) => async (): Promise<void> => {
      if (settled) return;
      settled = true;
      next();
    };
    const { headers, body, id } = entry.message;
    const nothing = settle(() => undefined);
    const work = worker
      .take({
        ...{ headers, body, id, deliveries: entry.deliveries },
        address: { template: this.#template, parameters: entry.parameters },
        ack: nothing,
        nak: (delayMs) => settle(() => this.#delay(entry, delayMs))(),
        term: nothing,
      })
      .finally(() => {
        if (!settled) this.#delay(entry, ackWaitMs);
        worker.running.delete(work);
        this.#pump();
        this.#tellIfSettled();
      });
    worker.running.add(work);
  }

  #delay(entry: Entry, delayMs: number): void {
    const again = (): void => {
      this.#delayed.delete(entry);
      this.#waiting.push(entry);
      this.#pump();
    };
    this.#delayed.set(entry, setTimeout(again, delayMs));
  }

  #tellIfSettled(): void {
    if (this.busy) return;
    const waiting = this.#whenSettled;
    this.#whenSettled = [];
    for (const resolve of waiting) resolve();
  }
}
