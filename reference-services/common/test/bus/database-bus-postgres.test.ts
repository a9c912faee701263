import { afterAll, beforeAll, describe } from 'vitest';
import { openTestPostgres } from '../../../metadata/test/support/postgres.ts';
import type { Database } from '../../database/database.ts';
import { openDatabaseBus } from '../../events/database-bus/database-bus.ts';
import { migrateOutbox } from '../../events/outbox/migrate-outbox.ts';
import { busSuite } from './bus-suite.ts';
import { testDefinition } from './definition.ts';

const url = process.env.DATABASE_URL || undefined;
if (url === undefined) console.log('skipped: the bus on PostgreSQL needs a server; set DATABASE_URL to one.');

describe.skipIf(url === undefined)('on PostgreSQL', () => {
  let database: Database;
  let count = 0;
  beforeAll(async () => {
    database = await openTestPostgres(url ?? '');
    await migrateOutbox(database);
  });
  afterAll(() => database.close());

  busSuite('the bus in PostgreSQL', async () => {
    const prefix = `test${count++}`;
    return {
      ...{ prefix, database },
      open: (ackWaitMs) => openDatabaseBus(database, { definition: testDefinition(prefix, ackWaitMs) }),
      close: () => database.script('DELETE FROM outbox; DELETE FROM bus_messages'),
    };
  });
});
