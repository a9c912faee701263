import { fileURLToPath } from 'node:url';
import type { Database } from '../../database/database.ts';
import { migrateUp } from '../../database/migrate.ts';
import { readMigrations } from '../../database/migration-files.ts';

export const outboxMigrations = fileURLToPath(new URL('./migrations', import.meta.url));

/** Where the migrations lie, and the table that says which of them have run. */
export const outboxTables = { folder: outboxMigrations, ledger: 'outbox_migrations' } as const;

/**
 * Makes the tables that a service publishes and consumes by, beside its own and with a ledger of their own, or brings them
 * up to date.
 */
export function migrateOutbox(database: Database): Promise<readonly string[]> {
  return migrateUp(database, readMigrations(outboxMigrations), outboxTables.ledger);
}
