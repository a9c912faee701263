// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { addressReader, renderAddress } from './address.ts';
import type {
  Answer,
  Broker,
  Delivery,
  Incoming,
  OutgoingMessage,
  RawMessage,
  Receipt,
  RequestOptions,
  RespondOptions,
  SubscribeOptions,
  Subscription,
} from './broker.ts';
import { RefusedRequestError, RequestTimeoutError } from './errors.ts';
import { MemoryQueue } from './memory-queue.ts';

export interface MemoryBrokerOptions {
  /** How many of the latest messages are kept for workers that subscribe later; 10,000 by default. */
  readonly keep?: number;
  /** How long an id is remembered, in milliseconds; two minutes by default, as in JetStream. */
  readonly duplicateWindowMs?: number;
  readonly now?: () => number;
}

export interface StoredMessage extends RawMessage {
  readonly address: string;
  readonly id: string;
}

interface Responding {
  readonly read: ReturnType<typeof addressReader>;
  readonly template: string;
  readonly answer: (request: Incoming) => Promise<Answer>;
  readonly running: Set<Promise<unknown>>;
}

/** A broker inside the process, for tests and for programs that are a single process. Nothing outlives it. */
export class MemoryBroker implements Broker {
  readonly #options: Required<MemoryBrokerOptions>;
  readonly #log: StoredMessage[] = [];
  readonly #seen = new Map<string, number>();
  readonly #queues = new Map<string, MemoryQueue>();
  readonly #responders = new Set<Responding>();

  constructor({ keep = 10_000, duplicateWindowMs = 120_000, now = Date.now }: MemoryBrokerOptions = {}) {
    this.#options = { keep, duplicateWindowMs, now };
  }

  /** The messages that are kept, oldest first. */
  get messages(): readonly StoredMessage[] {
    return this.#log;
  }

  async publish({ address, headers, body, id }: OutgoingMessage): Promise<Receipt> {
    if (this.#hasSeen(id)) return { id, duplicate: true };
    // A copy, as a network would make one.
    const stored = { address: renderAddress(address), id, headers: { ...headers }, body: body.slice() };
    this.#log.push(stored);
    if (this.#log.length > this.#options.keep) this.#log.shift();
    for (const queue of this.#queues.values()) queue.offer(stored);
    return { id, duplicate: false };
  }

  async subscribe(
    template: string,
    { durable, concurrency }: SubscribeOptions,
    take: (delivery: Delivery) => Promise<void>,
  ): Promise<Subscription> {
    const key = `${durable} ${template}`;
    const known = this.#queues.get(key);
    const queue = known ?? new MemoryQueue(template);
    if (known === undefined) {
      this.#queues.set(key, queue);
      for (const message of this.#log) queue.offer(message);
    }
    return queue.work(concurrency, take);
  }

  async request(message: OutgoingMessage, { timeoutMs }: RequestOptions): Promise<RawMessage> {
    const address = renderAddress(message.address);
    for (const { read, template, answer, running } of this.#responders) {
      const parameters = read(address);
      if (parameters === undefined) continue;
      const { headers, body, id } = message;
      const request = { address: { template, parameters }, headers: { ...headers }, body: body.slice(), id };
      const work = answer(request).finally(() => running.delete(work));
      running.add(work);
      const reply = await inTime(work, timeoutMs, address);
      if (reply === undefined) continue;
      if ('refusal' in reply) throw new RefusedRequestError(reply.refusal);
      return reply;
    }
    throw new RequestTimeoutError(`Nobody answers requests on ${address}`);
  }

  async respond(
    template: string,
    _options: RespondOptions,
    answer: (request: Incoming) => Promise<Answer>,
  ): Promise<Subscription> {
    const responding: Responding = { template, read: addressReader(template), answer, running: new Set() };
    this.#responders.add(responding);
    return { drain: () => this.#leave(responding) };
  }

  /** Resolves when every message that somebody subscribes to is settled, for tests. */
  async settled(): Promise<void> {
    for (const queue of this.#queues.values()) await queue.settled();
    if ([...this.#queues.values()].some((queue) => queue.busy)) await this.settled();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#responders].map((responding) => this.#leave(responding)));
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()));
  }

  async #leave(responding: Responding): Promise<void> {
    this.#responders.delete(responding);
    await Promise.all(responding.running);
  }

  #hasSeen(id: string): boolean {
    const now = this.#options.now();
    for (const [known, time] of this.#seen) {
      if (now - time < this.#options.duplicateWindowMs) break;
      this.#seen.delete(known);
    }
    if (this.#seen.has(id)) return true;
    this.#seen.set(id, now);
    return false;
  }
}

async function inTime<T>(work: Promise<T>, timeoutMs: number, address: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new RequestTimeoutError(`No reply from ${address} within ${timeoutMs} ms`);
    timer = setTimeout(() => reject(error), timeoutMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
