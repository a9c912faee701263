import type { Database, Queryable } from './database.ts';
import { MigrationError } from './migration-error.ts';
import type { Migration } from './migration-files.ts';

/** Any constant will do, as long as every process that migrates takes the same one. */
const lockKey = 723_191_084;

/** An identifier that code has written, never one that came from outside: it goes into SQL as it is. */
export type Ledger = `${string}_migrations`;

interface History {
  readonly migrations: readonly Migration[];
  readonly ledger: Ledger;
}

/**
 * Applies what is missing and returns the names of what it applied. All of it in one transaction: all or nothing. The ledger
 * is the table that says what has run; parts that share a database have one each.
 */
export function migrateUp(
  database: Database,
  migrations: readonly Migration[],
  ledger: Ledger = 'schema_migrations',
): Promise<readonly string[]> {
  return locked(database, { migrations, ledger }, async (tx, applied) => {
    const pending = migrations.slice(applied);
    for (const migration of pending) {
      await tx.script(migration.up);
      await tx.query(`INSERT INTO ${ledger} (version, name, checksum) VALUES ($1, $2, $3)`, [
        migration.version,
        migration.name,
        migration.checksum,
      ]);
    }
    return pending.map((migration) => migration.name);
  });
}

/** Takes back the newest `steps` migrations and returns their names, newest first. */
export function migrateDown(
  database: Database,
  migrations: readonly Migration[],
  steps: number,
  ledger: Ledger = 'schema_migrations',
): Promise<readonly string[]> {
  return locked(database, { migrations, ledger }, async (tx, applied) => {
    const leaving = migrations.slice(Math.max(0, applied - steps), applied).reverse();
    for (const migration of leaving) {
      await tx.script(migration.down);
      await tx.query(`DELETE FROM ${ledger} WHERE version = $1`, [migration.version]);
    }
    return leaving.map((migration) => migration.name);
  });
}

/** Replicas that start together queue here; the lock ends with the transaction, even when the process dies. */
function locked<T>(
  database: Database,
  history: History,
  work: (tx: Queryable, applied: number) => Promise<T>,
): Promise<T> {
  return database.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [lockKey]);
    await tx.script(`CREATE TABLE IF NOT EXISTS ${history.ledger} (
      version integer PRIMARY KEY,
      name text NOT NULL,
      checksum text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now()
    )`);
    return work(tx, await countApplied(tx, history));
  });
}

async function countApplied(tx: Queryable, { migrations, ledger }: History): Promise<number> {
  const rows = await tx.query<{ version: number; name: string; checksum: string }>(
    `SELECT version, name, checksum FROM ${ledger} ORDER BY version`,
  );
  for (const [index, row] of rows.entries()) {
    const migration = migrations[index];
    if (migration === undefined || row.version !== migration.version) {
      throw new MigrationError(
        `The database has migration ${row.name}, which this release does not know. Deploy a newer release.`,
      );
    }
    if (row.checksum !== migration.checksum) {
      throw new MigrationError(
        `Migration ${row.name} was edited after it had run. Restore it and add a new migration instead.`,
      );
    }
  }
  return rows.length;
}
