import { PGlite, type Transaction } from '@electric-sql/pglite';
import { withAfterCommit } from './after-commit.ts';
import type { Database, Queryable } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import { storable } from './storable.ts';

export interface EmbeddedOptions {
  /** Where the data outlives the process; without one it is in memory. */
  readonly folder?: string | undefined;
  /** What a new database begins with, as `PGlite.dumpDataDir` wrote it: much faster than making one from nothing. */
  readonly snapshot?: Blob | undefined;
}

/** PostgreSQL in this process. It has one connection, so transactions take turns. A folder belongs to one process at a time. */
export async function openEmbedded({ folder, snapshot }: EmbeddedOptions = {}): Promise<Database> {
  const unlock = folder === undefined ? () => undefined : lockFolder(folder);
  const lite = await PGlite.create({
    ...(folder !== undefined && { dataDir: folder }),
    ...(snapshot !== undefined && { loadDataDir: snapshot }),
  }).catch((error: unknown) => {
    unlock();
    throw error;
  });
  return {
    ...queryable(lite),
    kind: 'embedded',
    transaction: (work) => withAfterCommit(work, (inside) => lite.transaction((tx) => inside(queryable(tx)))),
    pool: () => ({ total: 1, idle: lite.ready && !lite.closed ? 1 : 0, waiting: 0 }),
    close: () => lite.close().finally(unlock),
  };
}

function queryable(connection: PGlite | Transaction): Queryable {
  return {
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await connection.query<Row>(sql, storable(values))).rows,
    script: async (sql) => {
      await connection.exec(sql);
    },
  };
}
