import type { Principal } from '../../../common/auth/token-verifier.ts';
import type { ProblemError } from '../../../common/problem.ts';
import { found, listed, notFound, refuse } from '../../../common/service/answers.ts';
import { createOnce } from '../../../common/service/create-once.ts';
import { entityTag } from '../../../common/service/entity-tag.ts';
import type { Versioned } from '../../../common/store/versioned.ts';
import type { Handlers } from '../../generated/index.ts';
import type { EmbeddingJob } from '../../generated/types.ts';
import type { EmbeddingsDeps } from '../deps.ts';
import { jobOf } from '../store/job-row.ts';
import { findCurrentTranscript, findTranscript } from '../store/transcripts.ts';

export const jobHandlers = {
  listJobs: async ({ query }, { deps, principal }) => listed(await deps.jobs.list(principal.tenant, query)),

  getJob: async ({ path }, { deps, principal }) => found(await deps.jobs.find(principal.tenant, path.jobId)),

  createJob: (input, context) =>
    createOnce(context, input, async (tx) => {
      const { deps, principal } = context;
      const { transcriptId, modelId = deps.encoder.id, reuse = true } = input.body;
      const transcript = await findTranscript(tx, principal.tenant, transcriptId);
      if (transcript === undefined) return notFound();
      const { tenantId, recordingId } = transcript;
      const current = await findCurrentTranscript(tx, tenantId, recordingId);
      if (current?.id !== transcriptId)
        return refused('transcriptId', 'is not the current transcript of its recording');
      if (modelId !== deps.encoder.id) return refused('modelId', 'is no encoder that is loaded');
      const row = await deps.jobs.create(tx, { tenantId, recordingId, transcriptId, modelId, reuse, driver: 'runner' });
      tx.afterCommit(deps.wake);
      return accepted(jobOf(row));
    }),

  retryJob: async (input, context) => {
    const { deps, principal } = context;
    let eventId: string | null = null;
    const answer = await createOnce(context, { ...input, body: null }, async (tx) => {
      const outcome = await deps.jobs.retry(tx, principal.tenant, input.path.jobId);
      if (outcome.kind === 'missing') return notFound();
      if (outcome.kind === 'not-failed') return refuse('job-not-failed', 'Only a job that has failed can be retried.');
      eventId = outcome.eventId;
      tx.afterCommit(deps.wake);
      return accepted(outcome);
    });
    if (eventId !== null) await deps.forgetLetter(eventId);
    return answer;
  },
} satisfies Partial<Handlers<EmbeddingsDeps, Principal>>;

function accepted({ value, version }: Versioned<EmbeddingJob>) {
  return { status: 202, body: value, headers: { Location: `/v1/jobs/${value.id}`, ETag: entityTag(version) } } as const;
}

function refused(member: string, detail: string) {
  const errors: readonly ProblemError[] = [{ pointer: `#/${member}`, detail }];
  return refuse('unprocessable', 'The transcript cannot be embedded like this.', errors);
}
