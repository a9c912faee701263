import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import { migrateDown, migrateUp } from '../../common/database/migrate.ts';
import { readMigrations } from '../../common/database/migration-files.ts';
import { migrateOutbox } from '../../common/events/outbox/migrate-outbox.ts';
import { migrationsFolder as metadataFolder } from '../../metadata/src/open.ts';
import { openTestDatabase } from '../../metadata/test/support/embedded.ts';
import { openTestPostgres } from '../../metadata/test/support/postgres.ts';
import { ledger, migrationsFolder } from '../src/open.ts';

const url = process.env.DATABASE_URL;
const databases = {
  'the embedded database': () => openTestDatabase(),
  ...(url !== undefined && { PostgreSQL: () => openTestPostgres(url) }),
};

describe.each(Object.entries(databases))('on %s', (_name, open) => {
  const all = readMigrations(migrationsFolder);
  const names = all.map(({ name }) => name);
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  it('migrations go up, down to nothing and up again', async () => {
    expect(await migrateUp(database, all, ledger)).toEqual(names);
    expect(await migrateDown(database, all, 99, ledger)).toEqual(names.toReversed());
    expect(await tables(database)).toEqual([ledger]);
    expect(await migrateUp(database, all, ledger)).toEqual(names);
  });

  it('they stand beside those of another service in one database', async () => {
    await migrateUp(database, readMigrations(metadataFolder));
    await migrateOutbox(database);
    expect(await migrateDown(database, all, 99, ledger)).toEqual(names.toReversed());
    expect(await tables(database)).toContain('idempotency_keys');
  });
});

async function tables(database: Database): Promise<readonly string[]> {
  const rows = await database.query<{ name: string }>(
    'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY name',
  );
  return rows.map(({ name }) => name);
}
