import { describe, expect, it } from 'vitest';
import type { Database } from '../../../common/database/database.ts';
import { migrateDown, migrateUp } from '../../../common/database/migrate.ts';
import { readMigrations } from '../../../common/database/migration-files.ts';
import { migrationsFolder } from '../../src/open.ts';

/** Of an empty database of its own, which they leave empty. */
export function migrations(database: () => Database): void {
  const all = readMigrations(migrationsFolder);
  const names = all.map(({ name }) => name);

  describe('migrations', () => {
    it('go up, down to nothing and up again, and end with the same schema', async () => {
      expect(await migrateUp(database(), all)).toEqual(names);
      const once = await schemaOf(database());
      expect(await migrateUp(database(), all)).toEqual([]);
      expect(await migrateDown(database(), all, 1)).toEqual(names.slice(-1));
      expect(await migrateDown(database(), all, 99)).toEqual(names.slice(0, -1).reverse());
      expect((await schemaOf(database())).filter((line) => !line.startsWith('schema_migrations'))).toEqual([]);
      expect(await migrateUp(database(), all)).toEqual(names);
      expect(await schemaOf(database())).toEqual(once);
      await migrateDown(database(), all, 99);
    });

    it('run once when several processes start together', async () => {
      const moved = await Promise.all(Array.from({ length: 4 }, () => migrateUp(database(), all)));
      expect(moved.filter((list) => list.length > 0)).toEqual([names]);
      await migrateDown(database(), all, 99);
    });

    it('apply all or nothing', async () => {
      const broken = [
        ...all,
        { version: all.length + 1, name: 'broken', up: 'CREATE TABLE x (', down: '', checksum: '' },
      ];
      await expect(migrateUp(database(), broken)).rejects.toThrow(/syntax error/);
      expect(await schemaOf(database())).toEqual(
        await schemaOf(database()).then((lines) => lines.filter((line) => line.startsWith('schema_migrations'))),
      );
      expect(await migrateUp(database(), all)).toEqual(names);
    });

    it('refuse an edited migration, and a database that is newer than the release', async () => {
      await migrateUp(database(), all);
      const edited = all.map((migration) => ({ ...migration, checksum: 'other' }));
      await expect(migrateUp(database(), edited)).rejects.toThrow(`Migration ${names[0]} was edited after it had run.`);
      await expect(migrateUp(database(), all.slice(0, 1))).rejects.toThrow(
        `The database has migration ${names[1]}, which this release does not know.`,
      );
      await migrateDown(database(), all, 99);
    });
  });
}

/** Every column, constraint and index, as text. */
async function schemaOf(database: Database): Promise<readonly string[]> {
  const rows = await database.query<{ line: string }>(
    `SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '-') AS line
       FROM information_schema.columns WHERE table_schema = current_schema()
     UNION ALL
     SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
       WHERE connamespace = current_schema()::regnamespace
     UNION ALL
     SELECT tablename || ' ' || indexname FROM pg_indexes WHERE schemaname = current_schema()
     ORDER BY line`,
  );
  return rows.map(({ line }) => line);
}
