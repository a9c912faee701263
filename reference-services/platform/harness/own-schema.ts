import { randomBytes } from 'node:crypto';
import type { Database } from '../../common/database/database.ts';
import { openPostgres } from '../../common/database/postgres.ts';

export interface OwnSchema {
  /** For `DATABASE_URL`: whoever uses it sees this schema and no other. */
  readonly url: string;
  readonly database: Database;
  /** Drops it with all that is in it. */
  drop(): Promise<void>;
}

/** A schema of its own on a server that others use too. */
export async function makeOwnSchema(serverUrl: string): Promise<OwnSchema> {
  const schema = `test_${randomBytes(6).toString('hex')}`;
  const own = new URL(serverUrl);
  own.searchParams.set('options', `-c search_path=${schema}`);
  const onIdleError = (error: Error) => console.error(error.message);
  const database = openPostgres({ url: own.href, poolSize: 5, statementTimeoutMs: 60_000, onIdleError });
  await database.script(`CREATE SCHEMA ${schema}`);
  const drop = async () => {
    await database.script(`DROP SCHEMA ${schema} CASCADE`);
    await database.close();
  };
  return { url: own.href, database, drop };
}
