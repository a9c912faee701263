import { afterAll, beforeAll } from 'vitest';
import { openTestDatabase } from '../../../metadata/test/support/embedded.ts';
import type { Database } from '../../database/database.ts';
import { openDatabaseBus } from '../../events/database-bus/database-bus.ts';
import { migrateOutbox } from '../../events/outbox/migrate-outbox.ts';
import { busSuite } from './bus-suite.ts';
import { testDefinition } from './definition.ts';

let database: Database;
let count = 0;
beforeAll(async () => {
  database = await openTestDatabase();
  await migrateOutbox(database);
});
afterAll(() => database.close());

busSuite('the bus in the embedded database', async () => {
  const prefix = `test${count++}`;
  return {
    ...{ prefix, database },
    open: (ackWaitMs) => openDatabaseBus(database, { definition: testDefinition(prefix, ackWaitMs) }),
    close: () => database.script('DELETE FROM outbox; DELETE FROM bus_messages'),
  };
});
