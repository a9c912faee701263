import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import { migrations } from './suites/migrations.ts';
import { openTestDatabase } from './support/embedded.ts';
import { openTestPostgres } from './support/postgres.ts';

const url = process.env.DATABASE_URL;
const databases = {
  'the embedded database': () => openTestDatabase(),
  ...(url !== undefined && { PostgreSQL: () => openTestPostgres(url) }),
};

describe.each(Object.entries(databases))('on %s', (_name, open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());
  migrations(() => database);
});
