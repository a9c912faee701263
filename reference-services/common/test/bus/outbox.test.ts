import { Registry } from 'prom-client';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createPublisher, InvalidMessageError } from '../../../events/recording-ingested/generated/index.ts';
import { openTestDatabase } from '../../../metadata/test/support/embedded.ts';
import type { Database } from '../../database/database.ts';
import { migrateDown } from '../../database/migrate.ts';
import { readMigrations } from '../../database/migration-files.ts';
import { migrateOutbox, outboxMigrations } from '../../events/outbox/migrate-outbox.ts';
import { onceOnly } from '../../events/outbox/once-only.ts';
import { Outbox } from '../../events/outbox/outbox.ts';
import { registerOutboxMetrics } from '../../events/outbox/outbox-metrics.ts';
import { Relay, type RelayOptions } from '../../events/outbox/relay.ts';
import { type Broker, MemoryBroker } from '../../events/runtime.ts';
import { ingested } from './events.ts';
import { pause, until } from './until.ts';

let database: Database;
let outbox: Outbox;
beforeAll(async () => {
  database = await openTestDatabase();
  await migrateOutbox(database);
});
beforeEach(async () => {
  await database.script('DELETE FROM outbox; DELETE FROM handled_events');
  outbox = new Outbox(database);
});
afterAll(() => database.close());

function add(event = ingested()): Promise<unknown> {
  return database.transaction((tx) => createPublisher(outbox.within(tx)).publishRecordingIngested(event));
}

function relayTo(broker: Pick<Broker, 'publish'>, options: RelayOptions = {}): Relay {
  return new Relay(outbox, database, broker, { pollMs: 60_000, ...options });
}

test('a transaction that is rolled back leaves no event', async () => {
  const broken = database.transaction(async (tx) => {
    await createPublisher(outbox.within(tx)).publishRecordingIngested(ingested());
    throw new Error('the work failed');
  });
  await expect(broken).rejects.toThrow('the work failed');
  expect(await outbox.state()).toEqual({ pending: 0, oldestSeconds: 0 });
});

test('an event that breaks its contract takes the transaction with it', async () => {
  const wrong = ingested();
  const adding = add({ ...wrong, payload: { ...wrong.payload, subject: '' } });
  await expect(adding).rejects.toThrow(InvalidMessageError);
  expect((await outbox.state()).pending).toBe(0);
});

test('an event is added once', async () => {
  const event = ingested();
  expect([await add(event), await add(event)]).toMatchObject([{ duplicate: false }, { duplicate: true }]);
  expect((await outbox.state()).pending).toBe(1);
});

test('a relay wakes when a transaction of this process is committed, not before', async () => {
  const broker = new MemoryBroker();
  const relay = relayTo(broker);
  await pause(20);
  await database.transaction(async (tx) => {
    await createPublisher(outbox.within(tx)).publishRecordingIngested(ingested());
    await pause(50);
    expect(broker.messages).toEqual([]);
  });
  await until(() => broker.messages.length === 1);
  await relay.stop();
});

test('what another process has left is found by looking', async () => {
  const broker = new MemoryBroker();
  const relay = relayTo(broker, { pollMs: 20 });
  const elsewhere = new Outbox(database);
  await database.transaction((tx) => createPublisher(elsewhere.within(tx)).publishRecordingIngested(ingested()));
  await until(() => broker.messages.length === 1);
  await relay.stop();
});

test('of several relays, one publishes an event', async () => {
  const published: string[] = [];
  const slow: Pick<Broker, 'publish'> = {
    publish: async ({ id }) => {
      published.push(id);
      await pause(20);
      return { id, duplicate: false };
    },
  };
  const events = Array.from({ length: 60 }, () => ingested());
  for (const event of events) await add(event);
  const relays = [1, 2, 3].map(() => relayTo(slow, { batch: 7 }));
  await until(async () => (await outbox.state()).pending === 0);
  await Promise.all(relays.map((relay) => relay.stop()));
  expect(published.toSorted()).toEqual(events.map(({ payload }) => payload.id).toSorted());
});

test('while the broker is away, it is asked ever more seldom, and then everything goes out in order', async () => {
  const broker = new MemoryBroker();
  const attempts: number[] = [];
  const errors: string[] = [];
  const relay = relayTo(
    {
      publish: (message) => {
        attempts.push(performance.now());
        return attempts.length <= 4 ? Promise.reject(new Error('no server')) : broker.publish(message);
      },
    },
    { pollMs: 10, onError: (error) => errors.push(String(error)) },
  );
  const recording = 'rec_01M7VBSJEG08Y4YCWC4KHBX95N';
  const events = [1, 2, 3].map((size) => ingested(recording, size));
  for (const event of events) await add(event);
  await until(() => broker.messages.length === 3);
  const gaps = attempts.slice(1, 4).map((time, i) => time - (attempts[i] ?? 0));
  expect(gaps.map((gap, i) => gap >= 50 * 2 ** i)).toEqual([true, true, true]);
  // Only the oldest of the key is tried; the younger ones wait behind it.
  expect(new Set(errors)).toEqual(
    new Set([1, 2, 3, 4].map((n) => `Error: The event ${events[0]?.payload.id} was not published (attempt ${n})`)),
  );
  expect(broker.messages.map(({ id }) => id)).toEqual(events.map(({ payload }) => payload.id));
  await relay.stop();
});

test('one event that the broker refuses holds up its own key only', async () => {
  const broker = new MemoryBroker();
  const refused = ingested();
  const relay = relayTo({
    publish: (message) =>
      message.id === refused.payload.id ? Promise.reject(new Error('too large')) : broker.publish(message),
  });
  for (const event of [refused, ingested(refused.key), ingested(), ingested()]) await add(event);
  await until(() => broker.messages.length === 2);
  await relay.stop();
  expect((await outbox.state()).pending).toBe(2);
});

test('what a relay that died had claimed is published when its time is over', async () => {
  const broker = new MemoryBroker();
  await add();
  let claimed = false;
  // It is not stopped: whoever is dead does not stop.
  const dying = {
    publish: () => {
      claimed = true;
      return new Promise<never>(() => undefined);
    },
  };
  relayTo(dying, { claimMs: 1_500 });
  await until(() => claimed);
  const relay = relayTo(broker, { pollMs: 20 });
  await pause(100);
  expect(broker.messages).toEqual([]);
  await until(() => broker.messages.length === 1);
  await relay.stop();
});

test('what was published is kept for a replay, and then goes', async () => {
  const broker = new MemoryBroker({ duplicateWindowMs: 0 });
  const start = new Date();
  const relay = relayTo(broker, { keepPublishedMs: 0, keepHandledMs: 0 });
  for (let i = 0; i < 3; i++) await add();
  await until(async () => (await outbox.state()).pending === 0);
  expect(await outbox.replay(start)).toBe(3);
  await until(() => broker.messages.length === 6);
  await until(async () => (await outbox.state()).pending === 0);
  await database.transaction((tx) => onceOnly(tx, 'worker', 'evt'));
  await pause(5);
  await relay.prune();
  expect(await outbox.replay(start)).toBe(0);
  expect(await database.transaction((tx) => onceOnly(tx, 'worker', 'evt'))).toBe(true);
  await relay.stop();
});

test('the metrics tell how much is waiting and for how long', async () => {
  const registry = new Registry();
  const { onPublished, onFailed } = registerOutboxMetrics(registry, outbox);
  const values = async () => {
    const lines = (await registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    return Object.fromEntries(lines.map((line) => [line.split(' ')[0], Number(line.split(' ')[1])]));
  };
  await add();
  await pause(30);
  const waiting = await values();
  expect(waiting).toMatchObject({ outbox_pending: 1, outbox_published_total: 0, outbox_failures_total: 0 });
  expect(waiting.outbox_oldest_seconds).toBeGreaterThan(0.025);
  let away = true;
  const broker = new MemoryBroker();
  const relay = relayTo(
    { publish: (message) => (away ? Promise.reject(new Error('no server')) : broker.publish(message)) },
    { pollMs: 10, onPublished, onError: onFailed },
  );
  await until(async () => (await values()).outbox_failures_total !== 0);
  away = false;
  await until(async () => (await values()).outbox_pending === 0);
  await relay.stop();
  expect(await values()).toMatchObject({ outbox_oldest_seconds: 0, outbox_published_total: 1 });
});

test('the tables are made and taken back', async () => {
  const own = await openTestDatabase();
  const made = await migrateOutbox(own);
  const takenBack = await migrateDown(own, readMigrations(outboxMigrations), made.length, 'outbox_migrations');
  const left = await own.query<{ tablename: string }>("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
  expect([made, takenBack, left]).toEqual([
    ['0001_outbox', '0002_handled_events'],
    ['0002_handled_events', '0001_outbox'],
    [{ tablename: 'outbox_migrations' }],
  ]);
  await own.close();
});
