import { randomBytes } from 'node:crypto';
import type { Database } from '../../../common/database/database.ts';
import { openPostgres } from '../../../common/database/postgres.ts';

/** A schema of its own on the server that `DATABASE_URL` names, dropped with `close`. */
export async function openTestPostgres(url: string): Promise<Database> {
  const schema = `test_${randomBytes(6).toString('hex')}`;
  const own = new URL(url);
  own.searchParams.set('options', `-c search_path=${schema}`);
  const database = openPostgres({
    url: own.href,
    poolSize: 10,
    statementTimeoutMs: 20_000,
    onIdleError: (error) => console.error(error.message),
  });
  await database.script(`CREATE SCHEMA ${schema}`);
  return {
    ...database,
    close: async () => {
      await database.script(`DROP SCHEMA ${schema} CASCADE`);
      await database.close();
    },
  };
}
