import { randomUUID } from 'node:crypto';
import type { Database } from '../../../common/database/database.ts';
import { createHashingEncoder } from '../../../common/encoder/hashing-encoder.ts';
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
  const modelId = createHashingEncoder().id;
  return {
    createJob: async () => {
      const { transcriptId } = await stored();
      return { headers: { 'Idempotency-Key': randomUUID() }, body: { transcriptId, modelId } };
    },
    listJobs: () => job().then(() => ({})),
    getJob: job,
    retryJob: async () => ({ ...(await job()), headers: { 'Idempotency-Key': randomUUID() } }),
    getVectorStatus: async () => {
      const { recordingId } = await stored();
      return { query: { recordingId, modelId } };
    },
    encodeTexts: () => ({ body: { texts: ['xin chào', 'tạm biệt'], purpose: 'passage', modelId } }),
    listModels: () => ({}),
    getHealth: () => ({}),
    getReadiness: () => ({}),
    getMetrics: () => ({}),
  };

  async function stored() {
    const of = transcript(['Xin chào.'], { tenant });
    const { recordingId, transcriptId } = of;
    const text = { text: 'Xin chào.', startOffset: 0, endOffset: 9, startSeconds: 0, endSeconds: 1 };
    const sentences = of.segmentIds.map((segmentId) => ({ segmentId, ...text, contentSha256: '0'.repeat(64) }));
    const kept = { tenantId: tenant, id: transcriptId, recordingId, language: 'vi-VN', sentences };
    await keepTranscript(database(), { ...kept, happenedAt: new Date() });
    return of;
  }

  /** One that has failed, so that it can be retried. */
  async function job() {
    const { recordingId, transcriptId } = await stored();
    const clock = () => new Date();
    const context = { database: database(), clock, newId: createIds(clock) };
    const about = { tenantId: tenant, recordingId, transcriptId, modelId, reuse: true };
    const row = await createJobs(context).create(database(), { ...about, driver: 'bus' });
    const attempts = createAttempts(context);
    const begun = await attempts.begin(row, 3);
    await attempts.fail(begun ?? row, problem('internal-error', 'The vectors could not be written.'), undefined);
    return { path: { jobId: row.id } };
  }
}
