import type { Clock } from '../../../common/clock.ts';
import type { Transaction } from '../../../common/database/database.ts';
import type { Outbox } from '../../../common/events/outbox/outbox.ts';
import type { NewId } from '../../../common/ids.ts';
import { traceHeaders } from '../../../common/tracing/spans.ts';
import { createPublisher } from '../../../events/nlp-postprocessed/generated/index.ts';
import type { JobRow } from '../store/job-row.ts';
import { rulesVersion } from '../text/process-text.ts';
import type { ProcessedTranscript } from './sentences.ts';

export type Announce = ReturnType<typeof createAnnounce>;

interface AnnounceParts {
  readonly outbox: Outbox;
  readonly newId: NewId;
  readonly clock: Clock;
}

/** Adds `nlp.postprocessed.v1` to the transaction that ends the job. */
export function createAnnounce({ outbox, newId, clock }: AnnounceParts) {
  return async (tx: Transaction, job: JobRow, language: string, processed: ProcessedTranscript): Promise<void> => {
    const { traceparent = job.traceparent ?? undefined } = traceHeaders();
    const { sentences, redactions } = processed;
    await createPublisher(outbox.within(tx, { traceparent })).publishNlpPostprocessed({
      key: job.recording_id,
      payload: {
        id: newId('evt'),
        source: '/services/nlp-post',
        subject: job.recording_id,
        tenantid: job.tenant_id,
        data: {
          recordingId: job.recording_id,
          transcriptId: job.transcript_id,
          language,
          rulesVersion,
          sentences,
          ...(redactions.length > 0 && { redactions }),
          processedAt: clock().toISOString(),
        },
      },
    });
  };
}
