import { afterAll, beforeAll, describe, vi } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import { pipeline } from './suites/pipeline.ts';
import { openTestDatabase } from './support/embedded.ts';
import { openTestPostgres } from './support/postgres.ts';

// A database in the process takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

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
  pipeline(() => database);
});
