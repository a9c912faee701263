import { fileURLToPath } from 'node:url';
import type { Database } from '../../database/database.ts';
import { migrateUp } from '../../database/migrate.ts';
import { readMigrations } from '../../database/migration-files.ts';

export const busMigrations = fileURLToPath(new URL('./migrations', import.meta.url));

/** Makes the tables of the bus, or brings them up to date. They have a ledger of their own beside a service's. */
export function migrateBus(database: Database): Promise<readonly string[]> {
  return migrateUp(database, readMigrations(busMigrations), 'bus_migrations');
}
