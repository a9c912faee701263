import { afterAll, beforeAll } from 'vitest';
import { brokerSuite } from '../../../../tests/generators/events/broker-suite.ts';
import { openTestDatabase } from '../../../metadata/test/support/embedded.ts';
import type { Database } from '../../database/database.ts';
import { DatabaseBroker } from '../../events/database-bus/database-broker.ts';
import { migrateBus } from '../../events/database-bus/migrate-bus.ts';

let database: Database;
let count = 0;
beforeAll(async () => {
  database = await openTestDatabase();
  await migrateBus(database);
});
afterAll(() => database.close());

brokerSuite('the broker in the database', async () => {
  const broker = new DatabaseBroker(database);
  return { broker, prefix: `test-${count++}`, close: () => broker.close() };
});
