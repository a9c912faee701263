import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database, Transaction } from '../../common/database/database.ts';
import { createIds } from '../../common/ids.ts';
import { openTestDatabase } from '../../metadata/test/support/embedded.ts';
import { newTenant } from '../../metadata/test/support/service.ts';
import { createAttempts } from '../src/store/attempts.ts';
import { createJobs } from '../src/store/jobs.ts';
import { transcript } from './support/events.ts';
import { openTestService } from './support/service.ts';

const clock = () => new Date();
let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  // Makes the tables.
  await (await openTestService(database)).close();
});
afterAll(() => database.close());

/** Does `more` before the third statement of each transaction, as another connection may at that moment. */
function interrupted(more: (tx: Transaction) => Promise<unknown>): Database {
  const transaction: Database['transaction'] = (work) =>
    database.transaction((tx) => {
      let statements = 0;
      const query: Transaction['query'] = async (sql, values) => {
        if (statements++ === 2) await more(tx);
        return tx.query(sql, values);
      };
      return work({ ...tx, query });
    });
  return { ...database, transaction };
}

test('a job that another worker ends while an attempt at it begins is not begun again', async () => {
  const { recordingId, transcriptId } = transcript(['Xin chào.']);
  const about = { tenantId: newTenant(), recordingId, transcriptId, modelId: 'model', reuse: true };
  const jobs = createJobs({ database, clock, newId: createIds(clock) });
  const job = await jobs.create(database, { ...about, driver: 'bus' });
  const end = `UPDATE embedding_jobs SET status = 'succeeded' WHERE id = '${job.id}'`;
  const attempts = createAttempts({ database: interrupted((tx) => tx.query(end)), clock });
  expect(await attempts.begin(job, 2)).toBeUndefined();
});
