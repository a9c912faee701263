import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import { contract } from './suites/contract.ts';
import { behaviours } from './suites/index.ts';
import { openTestPostgres } from './support/postgres.ts';

const url = process.env.DATABASE_URL;
if (url === undefined) console.log('Skipped the tests on PostgreSQL: DATABASE_URL is not set.');

describe.skipIf(url === undefined)('on PostgreSQL', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestPostgres(url ?? '');
  });
  afterAll(() => database.close());
  behaviours(() => database);
  contract(() => database);
});
