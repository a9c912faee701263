import type { Database } from '../../../common/database/database.ts';
import { openTestDatabase as openEmbedded } from '../../../metadata/test/support/embedded.ts';
import { openTestPostgres } from '../../../metadata/test/support/postgres.ts';

/** Empty: on the PostgreSQL server that `DATABASE_URL` names, else embedded. Every test here runs on either. */
export function openTestDatabase(): Promise<Database> {
  const url = process.env.DATABASE_URL;
  return url === undefined ? openEmbedded() : openTestPostgres(url);
}
