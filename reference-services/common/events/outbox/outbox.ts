import { type Clock, systemClock } from '../../clock.ts';
import type { Database, Transaction } from '../../database/database.ts';
import { inSpan, traceHeaders } from '../../tracing/spans.ts';
import { spanOf } from '../message-spans.ts';
import type { Broker, OutgoingMessage, Receipt } from '../runtime.ts';
import { withTrace } from '../trace.ts';
import { insertRow, type OutboxState, readState, unpublish } from './outbox-store.ts';

export interface Tracing {
  /** Where the work stands in a distributed trace, as in the `traceparent` header of W3C Trace Context. */
  readonly traceparent?: string | undefined;
}

/**
 * Events that become true with a transaction. They are rows of it, so neither is there without the other; a relay publishes
 * them once it is committed. The tables are made by `migrateOutbox`.
 */
export class Outbox {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #listeners = new Set<() => void>();

  constructor(database: Database, clock: Clock = systemClock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Adds a message. Its id is the one that brokers and consumers know it by; a second one of the same id is not added. */
  async add(tx: Transaction, message: OutgoingMessage, { traceparent }: Tracing = {}): Promise<Receipt> {
    const from = traceparent === undefined ? undefined : { traceparent };
    const isNew = await inSpan({ ...spanOf('create', message), kind: 'PRODUCER', ...(from && { from }) }, () => {
      const position = traceHeaders().traceparent ?? traceparent;
      return insertRow(tx, withTrace(message, position), this.#clock());
    });
    tx.afterCommit(() => this.#tell());
    return { id: message.id, duplicate: !isNew };
  }

  /** For generated publishers: what they publish is added to the transaction. An event that breaks its contract rejects it. */
  within(tx: Transaction, tracing: Tracing = {}): Broker {
    return {
      publish: (message) => this.add(tx, message, tracing),
      subscribe: onlyPublishes,
      request: onlyPublishes,
      respond: onlyPublishes,
      close: async () => undefined,
    };
  }

  /** What is waiting to be published. */
  state(): Promise<OutboxState> {
    return readState(this.#database, this.#clock());
  }

  /**
   * Publishes again what was published since then and is still kept; returns how many events that are. A broker drops those
   * that it saw within its duplicate window.
   */
  async replay(since: Date): Promise<number> {
    const count = await unpublish(this.#database, since, this.#clock());
    this.#tell();
    return count;
  }

  /** Calls `listener` when there may be something to publish, until the function that it returns is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

async function onlyPublishes(): Promise<never> {
  throw new TypeError('An outbox only publishes.');
}
