import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import type { Bus } from '../../common/events/bus.ts';
import { openDatabaseBus } from '../../common/events/database-bus/database-bus.ts';
import { openNatsBus } from '../../common/events/nats-bus/nats-bus.ts';
import { until } from '../../common/test/bus/until.ts';
import { openTestDatabase } from '../../metadata/test/support/embedded.ts';
import { announce } from './support/announce.ts';
import { newTenant, openTestService } from './support/service.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

// An empty one is none.
const natsUrl = process.env.NATS_URL || undefined;
if (natsUrl === undefined)
  console.log('skipped: replicas of search on NATS need a server with JetStream; set NATS_URL.');

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** Two replicas with a bus each and one index, as two processes have them. */
function replicasForget(openBus: () => Promise<Bus>): void {
  test('both replicas forget what they kept of a tenant when its vectors have changed, and nothing of others', async () => {
    const buses = [await openBus(), await openBus()] as const;
    const first = await openTestService(database, { bus: buses[0] });
    const second = await openTestService(database, { bus: buses[1], index: first.index });
    const tenant = newTenant();
    const other = newTenant();
    const found = async (replica: typeof first, who: string) =>
      (await replica.ask(who, '/v1/search', { query: 'kế hoạch' })).body.items.length;
    const all = async () => [await found(first, tenant), await found(second, tenant), await found(second, other)];
    const none = await all();
    await first.write(tenant, [{ text: 'kế hoạch một' }]);
    await first.write(other, [{ text: 'kế hoạch hai' }]);
    const kept = await all();
    await announce(buses[0], tenant);
    await until(async () => (await found(first, tenant)) === 1 && (await found(second, tenant)) === 1);
    expect([none, kept, await found(second, other)]).toEqual([[0, 0, 0], [0, 0, 0], 0]);
    for (const part of [first, second, ...buses]) await part.close();
  });
}

describe('on the bus of the database', () => {
  replicasForget(() => openDatabaseBus(database, { pollMs: 50 }));
});

describe.skipIf(natsUrl === undefined)('on NATS', () => {
  replicasForget(() => openNatsBus({ url: natsUrl ?? '' }));
});
