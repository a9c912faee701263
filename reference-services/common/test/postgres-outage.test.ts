import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestPostgres } from '../../metadata/test/support/postgres.ts';
import type { Database } from '../database/database.ts';
import { isDatabaseUnavailable } from '../database/failure.ts';
import { pause } from './bus/until.ts';

const url = process.env.DATABASE_URL || undefined;
if (url === undefined)
  console.log('skipped: losing connections to PostgreSQL needs a server; set DATABASE_URL to one.');

describe.skipIf(url === undefined)('on PostgreSQL', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestPostgres(url ?? '');
  });
  afterAll(() => database.close());

  test('a connection that breaks in the middle of a transaction fails that transaction and nothing else', async () => {
    const later: string[] = [];
    const broken = database.transaction(async (tx) => {
      tx.afterCommit(() => later.push('broken'));
      const [row] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await database.query('SELECT pg_terminate_backend($1)', [row?.pid]);
      // Nothing is asked of the connection when it goes.
      await pause(100);
      await tx.query('SELECT 1');
    });
    expect(isDatabaseUnavailable(await broken.catch((error: unknown) => error))).toBe(true);
    const answer = await database.transaction(async (tx) => {
      tx.afterCommit(() => later.push('next'));
      return tx.query<{ one: number }>('SELECT 1 AS one');
    });
    expect([answer, later]).toEqual([[{ one: 1 }], ['next']]);
  });
});
