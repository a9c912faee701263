import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import { behaviours } from './suites/index.ts';
import { openTestDatabase } from './support/embedded.ts';

describe('on the embedded database', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  behaviours(() => database);
});
