import pg from 'pg';
import { withAfterCommit } from './after-commit.ts';
import type { Database, Queryable } from './database.ts';
import { storable } from './storable.ts';

export interface PostgresOptions {
  readonly url: string;
  readonly poolSize: number;
  /** After this long a statement is cancelled, so that one slow query cannot hold a connection for ever. */
  readonly statementTimeoutMs: number;
  /** An idle connection that breaks reports here; the pool replaces it. */
  readonly onIdleError: (error: Error) => void;
}

/** A pool of connections to a PostgreSQL server. It connects when it is first asked, so a late server is no fault. */
export function openPostgres(options: PostgresOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: options.statementTimeoutMs,
    idle_in_transaction_session_timeout: options.statementTimeoutMs * 2,
    application_name: 'ai2text-metadata',
  });
  pool.on('error', options.onIdleError);
  return {
    ...queryable(pool),
    kind: 'postgres',
    transaction: (work) => withAfterCommit(work, (inside) => inTransaction(pool, inside)),
    pool: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  };
}

async function inTransaction<T>(pool: pg.Pool, work: (tx: Queryable) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that breaks between two statements says so in an event, which would end the process if nobody heard it.
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on('error', onError);
  try {
    await client.query('BEGIN');
    const result = await work(queryable(client));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // A connection that cannot roll back is in an unknown state: hand it back as broken, so that the pool drops it.
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

function queryable(connection: pg.Pool | pg.PoolClient): Queryable {
  return {
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      // The caller names the row's type beside the SQL that selects it; the driver cannot know it.
      (await connection.query(sql, storable(values))).rows as Row[],
    script: async (sql) => {
      await connection.query(sql);
    },
  };
}
