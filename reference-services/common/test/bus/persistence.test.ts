import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openTestDatabase } from '../../../metadata/test/support/embedded.ts';
import type { Database } from '../../database/database.ts';
import { openEmbedded } from '../../database/embedded.ts';
import { migrateDown } from '../../database/migrate.ts';
import { readMigrations } from '../../database/migration-files.ts';
import { DatabaseBroker } from '../../events/database-bus/database-broker.ts';
import { openDatabaseBus } from '../../events/database-bus/database-bus.ts';
import { busMigrations, migrateBus } from '../../events/database-bus/migrate-bus.ts';
import { pruneBus } from '../../events/database-bus/prune.ts';
import { platform } from '../../events/streams/platform.ts';
import { until } from './until.ts';

// A database is made from nothing and opened again, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await migrateBus(database);
});
afterAll(() => database.close());

const outgoing = (address: string, id: string, body = new Uint8Array()) => ({
  ...{ address: { template: address, parameters: {} }, id, headers: {}, body },
});

test('a process that is killed at work leaves everything, and the next one goes on at once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bus-'));
  const data = join(folder, 'data');
  const program = fileURLToPath(new URL('./kept-for-later.ts', import.meta.url));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  await expect(openEmbedded({ folder: data })).rejects.toThrow(
    `The database in ${data} is in use by process ${child.pid}. Stop it first: only one can have it.`,
  );
  child.kill('SIGKILL');
  await once(child, 'close');

  const again = await openEmbedded({ folder: data });
  const bus = await openDatabaseBus(again);
  const receipt = await bus.publish(outgoing('kept', 'second'));
  const seen: unknown[] = [];
  await bus.subscribe('kept', { durable: 'worker', concurrency: 1 }, async ({ id, headers, body, deliveries, ack }) => {
    seen.push([id, headers.n, new TextDecoder().decode(body), deliveries]);
    await ack();
  });
  await until(() => seen.length === 2);
  expect([receipt.duplicate, seen]).toEqual([
    true,
    [
      ['first', 'first', 'first', 2],
      ['second', 'second', 'second', 1],
    ],
  ]);
  await bus.close();
  await again.close();
  rmSync(folder, { recursive: true });
});

test('an id is forgotten when its stream has kept it long enough', async () => {
  let now = 0;
  const clock = () => new Date(now);
  const broker = new DatabaseBroker(database, { definition: platform, clock });
  const duplicates: boolean[] = [];
  for (const seconds of [0, 119, 120]) {
    now = seconds * 1_000;
    duplicates.push((await broker.publish(outgoing('model.promoted.v1', 'window'))).duplicate);
  }
  expect(duplicates).toEqual([false, true, false]);
});

test('a message that is larger than its stream takes is refused', async () => {
  const broker = new DatabaseBroker(database, { definition: platform });
  const publishing = broker.publish(outgoing('model.promoted.v1', 'large', new Uint8Array(65_537)));
  await expect(publishing).rejects.toThrow('The message large has 65537 bytes; model.promoted.v1 takes at most 65536.');
});

test('each stream keeps its messages for its own time, settled or not', async () => {
  const day = 24 * 60 * 60 * 1_000;
  let now = 100 * day;
  const broker = new DatabaseBroker(database, { definition: platform, clock: () => new Date(now) });
  const addresses = ['embeddings.created.v1', 'nlp.postprocessed.v1', 'model.promoted.v1', 'elsewhere', 'DLQ_NLP'];
  await database.script('DELETE FROM bus_messages; DELETE FROM bus_ids');
  for (const address of addresses) await broker.publish(outgoing(address, address));
  const kept = async () => {
    const rows = await database.query<{ address: string }>('SELECT address FROM bus_messages ORDER BY sequence');
    return rows.map(({ address }) => address);
  };
  const after: Record<number, readonly string[]> = {};
  for (const days of [6, 8, 15, 91, 181]) {
    now = (100 + days) * day;
    await pruneBus(database, platform, new Date(now));
    after[days] = await kept();
  }
  expect(after).toEqual({
    6: addresses,
    8: ['nlp.postprocessed.v1', 'model.promoted.v1', 'elsewhere', 'DLQ_NLP'],
    15: ['model.promoted.v1', 'DLQ_NLP'],
    91: ['DLQ_NLP'],
    181: [],
  });
});

test('an address with parameters is found by pattern, and nothing else is', async () => {
  const broker = new DatabaseBroker(database, { pollMs: 20 });
  const seen: unknown[] = [];
  await broker.subscribe('light.{id}.o[n]', { durable: 'lights', concurrency: 1 }, async ({ address, ack }) => {
    seen.push(address.parameters);
    await ack();
  });
  for (const address of ['light.1.o[n]', 'light.1.2.o[n]', 'light.1.on', 'xlight.1.o[n]', 'light.%.o[n]']) {
    await broker.publish(outgoing(address, address));
  }
  await until(() => seen.length === 2);
  expect(seen).toEqual([{ id: '1' }, { id: '%' }]);
  await broker.close();
});

test('the tables are made and taken back', async () => {
  const own = await openTestDatabase();
  const made = await migrateBus(own);
  const takenBack = await migrateDown(own, readMigrations(busMigrations), made.length, 'bus_migrations');
  const left = await own.query<{ tablename: string }>("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
  expect([made, takenBack, left]).toEqual([['0001_bus'], ['0001_bus'], [{ tablename: 'bus_migrations' }]]);
  await own.close();
});
