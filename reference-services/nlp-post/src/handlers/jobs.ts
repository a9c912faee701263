import type { Principal } from '../../../common/auth/token-verifier.ts';
import { found, listed, notFound } from '../../../common/service/answers.ts';
import { createOnce } from '../../../common/service/create-once.ts';
import { entityTag } from '../../../common/service/entity-tag.ts';
import type { Handlers } from '../../generated/index.ts';
import type { NlpPostDeps } from '../deps.ts';
import { jobOf } from '../store/job-row.ts';
import { findTranscript } from '../store/transcripts.ts';
import { refuseUnknownPatterns } from './unknown-patterns.ts';

export const jobHandlers = {
  listJobs: async ({ query }, { deps, principal }) => listed(await deps.jobs.list(principal.tenant, query)),

  getJob: async ({ path }, { deps, principal }) => found(await deps.jobs.find(principal.tenant, path.jobId)),

  createJob: (input, context) =>
    createOnce(context, input, async (tx) => {
      const { deps, principal } = context;
      const { transcriptId, options = {}, reason } = input.body;
      const refusal = refuseUnknownPatterns(options);
      if (refusal !== undefined) return refusal;
      const transcript = await findTranscript(tx, principal.tenant, transcriptId);
      if (transcript === undefined) return notFound();
      const { tenantId, recordingId } = transcript;
      const row = await deps.jobs.create(tx, {
        tenantId,
        recordingId,
        transcriptId,
        options,
        reason,
        driver: 'runner',
      });
      tx.afterCommit(deps.wake);
      const { value, version } = jobOf(row);
      const headers = { Location: `/v1/jobs/${value.id}`, ETag: entityTag(version) };
      return { status: 202, body: value, headers } as const;
    }),
} satisfies Partial<Handlers<NlpPostDeps, Principal>>;
