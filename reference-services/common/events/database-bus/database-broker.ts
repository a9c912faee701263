import { type Clock, systemClock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import { BusError } from '../bus.ts';
import {
  type Answer,
  type Broker,
  type Delivery,
  type Incoming,
  MemoryBroker,
  type OutgoingMessage,
  type RawMessage,
  type Receipt,
  type RequestOptions,
  type RespondOptions,
  renderAddress,
  type SubscribeOptions,
  type Subscription,
} from '../runtime.ts';
import type { BusDefinition } from '../streams/definition.ts';
import { addWorker } from './delivery-store.ts';
import { insertMessage } from './message-store.ts';
import { listenTo, tellOf } from './sharing.ts';
import { DatabaseSubscription } from './subscription.ts';

export interface DatabaseBrokerOptions {
  /** Limits, and what each worker is given; an address that no stream has gets the defaults. */
  readonly definition?: BusDefinition;
  /**
   * How often to look for what other processes have published, in milliseconds: 500 by default, and 5,000 in an embedded
   * database, which has no others.
   */
  readonly pollMs?: number;
  /** Instead of each worker's own. */
  readonly ackWaitMs?: number;
  readonly clock?: Clock;
  /** Told of what is tried again, for logs. */
  readonly onError?: (error: unknown) => void;
}

/**
 * A broker whose messages, and whose workers' positions, are tables. What is published in this process is delivered at once;
 * processes that share a PostgreSQL server find each other's messages by looking. The tables are made by `migrateBus`.
 */
export class DatabaseBroker implements Broker {
  readonly #database: Database;
  readonly #options: DatabaseBrokerOptions;
  readonly #clock: Clock;
  readonly #unlisten: () => void;
  readonly #subscriptions = new Set<DatabaseSubscription>();
  /** A request waits for whoever is there now, so there is nothing to store. */
  readonly #requests = new MemoryBroker();

  constructor(database: Database, options: DatabaseBrokerOptions = {}) {
    this.#database = database;
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#unlisten = listenTo(database, () => this.wake());
  }

  async publish({ address, id, headers, body }: OutgoingMessage): Promise<Receipt> {
    const to = renderAddress(address);
    const { maxMessageBytes = Number.POSITIVE_INFINITY, duplicateWindowSeconds = 120 } = this.#streamOf(to) ?? {};
    if (body.byteLength > maxMessageBytes) {
      throw new BusError(`The message ${id} has ${body.byteLength} bytes; ${to} takes at most ${maxMessageBytes}.`);
    }
    const now = this.#clock();
    const uniqueUntil = new Date(now.getTime() + duplicateWindowSeconds * 1_000);
    const isNew = await insertMessage(this.#database, { address: to, id, headers, body, now, uniqueUntil });
    if (isNew) tellOf(this.#database);
    return { id, duplicate: !isNew };
  }

  async subscribe(
    template: string,
    options: SubscribeOptions,
    take: (delivery: Delivery) => Promise<void>,
  ): Promise<Subscription> {
    const { durable } = options;
    const { ackWaitMs = this.#ackWaitOf(durable), onError = () => undefined } = this.#options;
    const { pollMs = this.#database.kind === 'embedded' ? 5_000 : 500 } = this.#options;
    await addWorker(this.#database, { durable, address: template });
    const settings = { ...options, template, take, ackWaitMs, pollMs, onError, clock: this.#clock };
    const subscription = new DatabaseSubscription(this.#database, settings);
    this.#subscriptions.add(subscription);
    subscription.wake();
    return {
      drain: () => {
        this.#subscriptions.delete(subscription);
        return subscription.drain();
      },
    };
  }

  request(message: OutgoingMessage, options: RequestOptions): Promise<RawMessage> {
    return this.#requests.request(message, options);
  }

  respond(
    template: string,
    options: RespondOptions,
    answer: (request: Incoming) => Promise<Answer>,
  ): Promise<Subscription> {
    return this.#requests.respond(template, options, answer);
  }

  /** Everyone looks whether something has come, as after a change that no publisher has made. */
  wake(): void {
    for (const subscription of this.#subscriptions) subscription.wake();
  }

  /** The database stays the caller's. */
  async close(): Promise<void> {
    this.#unlisten();
    const open = [...this.#subscriptions];
    this.#subscriptions.clear();
    await Promise.all([this.#requests.close(), ...open.map((subscription) => subscription.drain())]);
  }

  #streamOf(address: string) {
    return this.#options.definition?.streams.find(({ subjects }) => subjects.includes(address));
  }

  #ackWaitOf(durable: string): number {
    const workers = this.#options.definition?.streams.flatMap((stream) => stream.workers) ?? [];
    return (workers.find((worker) => worker.durable === durable)?.ackWaitSeconds ?? 30) * 1_000;
  }
}
