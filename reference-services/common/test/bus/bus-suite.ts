import { afterEach, beforeEach, describe } from 'vitest';
import {
  type ConsumerOptions,
  createConsumer,
  createPublisher,
  type Handler,
} from '../../../events/recording-ingested/generated/index.ts';
import type { RecordingIngestedV1Message } from '../../../events/recording-ingested/generated/types.ts';
import type { Database } from '../../database/database.ts';
import type { Bus } from '../../events/bus.ts';
import type { StoredLetter } from '../../events/dead-letters/dead-letters.ts';
import { Outbox } from '../../events/outbox/outbox.ts';
import { workerOptions } from '../../events/worker-options.ts';
import { withPrefix } from './definition.ts';
import { consuming } from './suites/consuming.ts';
import { deadLetters } from './suites/dead-letters.ts';
import { dlq } from './suites/dlq.ts';
import { publishing } from './suites/publishing.ts';
import { restarting } from './suites/restarting.ts';

export interface BusUnderTest {
  readonly prefix: string;
  readonly database: Database;
  /** Opens the bus, and the same one again after it was closed. What is not settled in that time comes again. */
  open(ackWaitMs: number): Promise<Bus>;
  close(): Promise<void>;
}

/** Longer than a busy machine stands still. */
const ackWaitMs = 10_000;

/** What every bus must do, wherever its messages are. */
export function busSuite(name: string, make: () => Promise<BusUnderTest>): void {
  describe(name, () => {
    let stage: Stage;
    beforeEach(async () => {
      stage = await Stage.open(await make());
    });
    afterEach(() => stage.close());
    consuming(() => stage);
    publishing(() => stage);
    deadLetters(() => stage);
    dlq(() => stage);
    restarting(() => stage);
  });
}

/** A bus, with the generated code of one contract over it. */
export class Stage {
  readonly under: BusUnderTest;
  readonly outbox: Outbox;
  readonly address: string;
  bus: Bus;

  static async open(under: BusUnderTest): Promise<Stage> {
    return new Stage(under, withPrefix(await under.open(ackWaitMs), under.prefix));
  }

  constructor(under: BusUnderTest, bus: Bus) {
    this.under = under;
    this.bus = bus;
    this.outbox = new Outbox(under.database);
    this.address = `${under.prefix}.recording.ingested.v1`;
  }

  get publisher() {
    return createPublisher(this.bus);
  }

  consume(
    durable: 'asr-batch' | 'metadata-recordings',
    handler: Handler<RecordingIngestedV1Message>,
    options: Partial<ConsumerOptions> = {},
  ) {
    return createConsumer(this.bus, { ...workerOptions(this.bus, durable), ...options }).receiveRecordingIngested(
      handler,
    );
  }

  /** Sends what no publisher would. */
  publishRaw(body: string | Uint8Array, id: string): Promise<unknown> {
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    const headers = { 'content-type': 'application/cloudevents+json' };
    return this.bus.publish({ address: { template: this.address, parameters: {} }, id, headers, body: bytes });
  }

  async letters(): Promise<StoredLetter[]> {
    const letters: StoredLetter[] = [];
    for await (const letter of this.bus.deadLetters.list()) letters.push(letter);
    return letters;
  }

  /** As after a restart of the process. */
  async reopen(milliseconds = ackWaitMs): Promise<void> {
    await this.bus.close();
    this.bus = withPrefix(await this.under.open(milliseconds), this.under.prefix);
  }

  async close(): Promise<void> {
    await this.bus.close();
    await this.under.close();
  }
}
