import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database, Transaction } from '../../common/database/database.ts';
import type { ObjectStore } from '../../common/objects/object-store.ts';
import { recover, sweep } from '../src/lifecycle.ts';
import { wav } from './support/audio.ts';
import type { Answer, Caller } from './support/caller.ts';
import { openTestDatabase } from './support/database.ts';
import { eventsOf } from './support/events.ts';
import { openTestService } from './support/service.ts';

let database: Database;
let now = new Date();
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** Counts every step that a service takes outside of itself, and dies before the one of that number. */
class Fate {
  steps = 0;
  readonly diesAt: number;

  constructor(diesAt: number) {
    this.diesAt = diesAt;
  }

  /** Nothing is done any more once it is dead. */
  readonly step = async <T>(work: () => Promise<T>): Promise<T> => {
    this.steps += 1;
    if (this.steps >= this.diesAt) throw new Error('dead');
    return work();
  };

  get dead(): boolean {
    return this.steps >= this.diesAt;
  }

  /** Each statement is a step, and each commit: dying before it rolls everything back. */
  database(real: Database): Database {
    return {
      ...real,
      query: (sql, values) => this.step(() => real.query(sql, values)),
      transaction: (work) =>
        this.step(() =>
          real.transaction(async (tx) => {
            const doomed: Transaction = { ...tx, query: (sql, values) => this.step(() => tx.query(sql, values)) };
            const result = await work(doomed);
            await this.step(async () => undefined);
            return result;
          }),
        ),
    };
  }

  /** Dying after the bytes are stored is dying before the step that follows. */
  objects(real: ObjectStore): ObjectStore {
    return {
      ...real,
      put: (key, file) => this.step(() => real.put(key, file)),
      read: (key) => this.step(() => real.read(key)),
      delete: (key) => this.step(() => real.delete(key)),
    };
  }
}

/** The service, which is opened before its fate begins. */
async function openDoomed(diesAt: number) {
  let fate = new Fate(Number.POSITIVE_INFINITY);
  const doomed: Database = {
    ...database,
    query: (sql, values) => fate.database(database).query(sql, values),
    transaction: (work) => fate.database(database).transaction(work),
  };
  const service = await openTestService(doomed, {
    clock: () => now,
    objects: (store) => ({
      ...store,
      put: (key, file) => fate.objects(store).put(key, file),
      read: (key) => fate.objects(store).read(key),
      delete: (key) => fate.objects(store).delete(key),
    }),
  });
  return {
    service,
    doom: () => {
      fate = new Fate(diesAt);
    },
    dead: () => fate.dead,
    /** Another process takes over: same database, same objects. */
    revive: () => {
      fate = new Fate(Number.POSITIVE_INFINITY);
    },
  };
}

/** Fails at the first step, at the second, and so on until the work gets through; then nothing is missing, nothing double. */
async function dieEverywhere(attempt: (caller: Caller, file: Buffer) => Promise<(again: Caller) => Promise<Answer>>) {
  let deaths = 0;
  for (let diesAt = 1; ; diesAt++) {
    const { service, doom, dead, revive } = await openDoomed(diesAt);
    const caller = await service.caller();
    const file = wav(0.1);
    const retry = await attempt(caller, file);
    doom();
    const first = await retry(caller);
    const died = dead();
    revive();
    if (died) deaths += 1;
    expect([first.status >= 500, first.status < 300]).toEqual([died, !died]);
    await recover(service.deps, now);
    const last = await retry(caller);
    const { items } = (await caller.get('/v1/uploads')).body;
    const events = await eventsOf(database, caller.tenant);
    expect(events.map(({ data }) => data.recordingId)).toEqual([items[0].recordingId]);
    expect(items.map((item: { status: string }) => item.status)).toEqual(['stored']);
    now = new Date(now.getTime() + 25 * 3_600_000);
    await sweep(service.deps);
    expect(service.files()).toEqual([events[0]?.data.storageKey]);
    if (!died) return { deaths, last };
  }
}

it('an upload in one request that dies at any step is complete once it is repeated, and never double', async () => {
  const { deaths, last } = await dieEverywhere(async (_caller, file) => {
    const headers = { 'Idempotency-Key': randomUUID() };
    return (again) => again.upload(file, { headers });
  });
  expect(deaths).toBeGreaterThan(8);
  expect([last.status, last.headers.get('Idempotency-Replayed')]).toEqual([201, 'true']);
});

it('a resumable upload whose last append dies at any step is finished at the next start or append, and never double', async () => {
  const { deaths } = await dieEverywhere(async (caller, file) => {
    const { headers } = await caller.begin({ sizeBytes: file.length });
    const location = headers.get('Location') ?? '';
    await caller.append(location, 0, file.subarray(0, 1000));
    return (again) => again.append(location, 1000, file.subarray(1000), { 'Upload-Complete': '?1' });
  });
  expect(deaths).toBeGreaterThan(12);
});
