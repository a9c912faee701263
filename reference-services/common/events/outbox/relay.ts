import { type Clock, systemClock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import { inSpan } from '../../tracing/spans.ts';
import { originOf, spanOf } from '../message-spans.ts';
import type { Broker } from '../runtime.ts';
import { forgetHandled } from './once-only.ts';
import type { Outbox } from './outbox.ts';
import { claimRows, deletePublished, markFailed, markPublished, type OutboxRow } from './outbox-store.ts';

export interface RelayOptions {
  /** How often to look for what other processes have left, in milliseconds; 1,000 by default. */
  readonly pollMs?: number;
  /** How many keys to publish of at once; 32 by default. */
  readonly batch?: number;
  /** For so long, no other relay takes a row that this one publishes; 30 s by default. */
  readonly claimMs?: number;
  /** Published rows are kept that long, for a replay; seven days by default. */
  readonly keepPublishedMs?: number;
  /** So long is an event known to have been handled; 30 days by default. */
  readonly keepHandledMs?: number;
  readonly clock?: Clock;
  /** What happened, for logs and metrics. */
  readonly onPublished?: (count: number) => void;
  readonly onError?: (error: unknown) => void;
}

/**
 * Publishes what the outbox holds, at least once, and events of one key in order: the younger ones wait until the oldest is
 * published. Several replicas may run one each. While the broker is away it tries again, ever more slowly.
 */
export class Relay {
  readonly #database: Database;
  readonly #broker: Pick<Broker, 'publish'>;
  readonly #options: Required<RelayOptions>;
  readonly #unlisten: () => void;
  readonly #run: Promise<void>;
  readonly #pruning: NodeJS.Timeout;
  #stopped = false;
  #woken = false;
  #wake: () => void = () => undefined;

  constructor(outbox: Outbox, database: Database, broker: Pick<Broker, 'publish'>, options: RelayOptions = {}) {
    this.#database = database;
    this.#broker = broker;
    this.#options = { ...defaults, ...options };
    this.#unlisten = outbox.listen(() => this.wake());
    this.#pruning = setInterval(() => this.prune().catch(this.#options.onError), pruneEveryMs);
    this.#pruning.unref();
    this.#run = this.#loop();
  }

  wake(): void {
    this.#woken = true;
    this.#wake();
  }

  /** Resolves when what is being published is done. What is left waits for the next relay. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unlisten();
    clearInterval(this.#pruning);
    this.wake();
    await this.#run;
  }

  /** Deletes what has been kept long enough. */
  async prune(): Promise<void> {
    const { clock, keepPublishedMs, keepHandledMs } = this.#options;
    const before = (milliseconds: number) => new Date(clock().getTime() - milliseconds);
    await deletePublished(this.#database, before(keepPublishedMs));
    await forgetHandled(this.#database, before(keepHandledMs));
  }

  async #loop(): Promise<void> {
    let failures = 0;
    while (!this.#stopped) {
      try {
        const published = await this.#publishBatch();
        failures = 0;
        if (!published) await this.#sleep(this.#options.pollMs);
      } catch (error) {
        // The database is away: what was claimed is claimed again when its time is over.
        this.#options.onError(error);
        await this.#sleep(retryDelayMs(++failures));
      }
    }
  }

  /** False when nothing was published: there was nothing, or the broker took nothing. */
  async #publishBatch(): Promise<boolean> {
    const { clock, claimMs, batch, onPublished } = this.#options;
    const now = clock();
    const rows = await claimRows(this.#database, { now, claimedUntil: later(now, claimMs), limit: batch });
    const published: number[] = [];
    const failed: { row: OutboxRow; error: unknown }[] = [];
    await Promise.all(
      rows.map((row) =>
        this.#send(row).then(
          () => published.push(row.sequence),
          (error: unknown) => failed.push({ row, error }),
        ),
      ),
    );
    if (published.length > 0) {
      await markPublished(this.#database, published, clock());
      onPublished(published.length);
    }
    for (const { row, error } of failed) await this.#fail(row, error);
    return published.length > 0;
  }

  #send({ message }: OutboxRow): Promise<unknown> {
    const from = originOf(message.headers);
    return inSpan({ ...spanOf('send', message), kind: 'CLIENT', from }, () => this.#broker.publish(message));
  }

  async #fail({ sequence, attempts, message }: OutboxRow, cause: unknown): Promise<void> {
    const { clock, onError } = this.#options;
    onError(new Error(`The event ${message.id} was not published (attempt ${attempts + 1})`, { cause }));
    const dueAt = later(clock(), retryDelayMs(attempts + 1));
    await markFailed(this.#database, sequence, { error: String(cause), dueAt });
  }

  async #sleep(milliseconds: number): Promise<void> {
    // Something may have come since the last look.
    if (!this.#woken && !this.#stopped) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        timer = setTimeout(resolve, milliseconds);
      });
      clearTimeout(timer);
    }
    this.#woken = false;
  }
}

const pruneEveryMs = 10 * 60 * 1_000;

const defaults = {
  ...{ pollMs: 1_000, batch: 32, claimMs: 30_000, clock: systemClock },
  ...{ keepPublishedMs: 7 * 24 * 60 * 60 * 1_000, keepHandledMs: 30 * 24 * 60 * 60 * 1_000 },
  onPublished: () => undefined,
  onError: () => undefined,
};

/** 0.1 s, 0.2 s, 0.4 s, … at most 5 s, each shortened by up to a half at random. */
function retryDelayMs(attempts: number): number {
  return Math.min(100 * 2 ** Math.min(attempts - 1, 16), 5_000) * (1 - Math.random() / 2);
}

function later(time: Date, milliseconds: number): Date {
  return new Date(time.getTime() + milliseconds);
}
