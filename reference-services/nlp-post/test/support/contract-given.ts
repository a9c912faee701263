import { randomUUID } from 'node:crypto';
import type { Database } from '../../../common/database/database.ts';
import { createIds } from '../../../common/ids.ts';
import { problem } from '../../../common/problem.ts';
import type { Given, OperationName } from '../../generated/run-contract-tests.ts';
import { createAttempts } from '../../src/store/attempts.ts';
import { createJobs } from '../../src/store/jobs.ts';
import { keepTranscript } from '../../src/store/transcripts.ts';
import { transcript } from './events.ts';

type Givens = { readonly [Name in OperationName]: () => Given | Promise<Given> };

/** Brings the service into the state that each operation needs to succeed, in one tenant. */
export function contractGiven(database: () => Database, tenant: string): Givens {
  return {
    processText: () => ({
      body: { text: 'hoà gọi không chín một hai ba bốn năm sáu bảy tám lúc chín giờ ba mươi', language: 'vi' },
    }),
    createJob: async () => {
      const { transcriptId } = await stored();
      return { headers: { 'Idempotency-Key': randomUUID() }, body: { transcriptId, options: { tones: false } } };
    },
    listJobs: () => job().then(() => ({})),
    getJob: job,
    listPatterns: () => ({}),
    getHealth: () => ({}),
    getReadiness: () => ({}),
    getMetrics: () => ({}),
  };

  async function stored() {
    const of = transcript(['xin chào'], { tenant });
    const { recordingId, transcriptId: id, language, segments } = of;
    await keepTranscript(database(), { tenantId: tenant, id, recordingId, language, segments, happenedAt: new Date() });
    return of;
  }

  async function job() {
    const { recordingId, transcriptId } = await stored();
    const clock = () => new Date();
    const context = { database: database(), clock, newId: createIds(clock) };
    const row = await createJobs(context).create(database(), {
      ...{ tenantId: tenant, recordingId, transcriptId, driver: 'bus' },
    });
    const why = problem('internal-error', 'The transcript could not be processed.');
    await createAttempts(context).fail(row, 3, why, undefined);
    return { path: { jobId: row.id } };
  }
}
