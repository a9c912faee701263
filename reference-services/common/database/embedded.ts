import { PGlite, type Transaction } from '@electric-sql/pglite';
import type { Database, Queryable } from './database.ts';
import { storable } from './storable.ts';

/** PostgreSQL in this process: in memory, or in a folder that outlives it. One connection, so transactions take turns. */
export async function openEmbedded(folder?: string): Promise<Database> {
  const lite = await PGlite.create(folder === undefined ? {} : { dataDir: folder });
  return {
    ...queryable(lite),
    kind: 'embedded',
    transaction: (work) => lite.transaction((tx) => work(queryable(tx))),
    pool: () => ({ total: 1, idle: lite.ready && !lite.closed ? 1 : 0, waiting: 0 }),
    close: () => lite.close(),
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
