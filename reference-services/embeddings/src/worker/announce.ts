import type { Clock } from '../../../common/clock.ts';
import type { Transaction } from '../../../common/database/database.ts';
import type { Encoder } from '../../../common/encoder/encoder.ts';
import type { Outbox } from '../../../common/events/outbox/outbox.ts';
import type { NewId } from '../../../common/ids.ts';
import { traceHeaders } from '../../../common/tracing/spans.ts';
import { createPublisher } from '../../../events/embeddings-created/generated/index.ts';
import type { EmbeddingsCreatedData } from '../../../events/embeddings-created/generated/types.ts';
import type { JobRow } from '../store/job-row.ts';

export type Announce = ReturnType<typeof createAnnounce>;

type Written = Required<Pick<EmbeddingsCreatedData, 'counts' | 'segmentIds' | 'deletedSegmentIds'>>;

interface AnnounceParts {
  readonly outbox: Outbox;
  readonly encoder: Encoder;
  readonly newId: NewId;
  readonly clock: Clock;
}

/** Longer lists do not fit into a message of the stream. */
const mostIds = 28_000;

/** Adds `embeddings.created.v1` to the transaction that ends the job. */
export function createAnnounce({ outbox, encoder, newId, clock }: AnnounceParts) {
  return async (tx: Transaction, job: JobRow, written: Written): Promise<void> => {
    const { counts, segmentIds, deletedSegmentIds } = written;
    const { traceparent = job.traceparent ?? undefined } = traceHeaders();
    const fits = segmentIds.length + deletedSegmentIds.length <= mostIds;
    await createPublisher(outbox.within(tx, { traceparent })).publishEmbeddingsCreated({
      key: job.recording_id,
      payload: {
        id: newId('evt'),
        source: '/services/embeddings',
        subject: job.recording_id,
        tenantid: job.tenant_id,
        data: {
          recordingId: job.recording_id,
          transcriptId: job.transcript_id,
          jobId: job.id,
          model: { id: encoder.id, version: encoder.version },
          dimensions: encoder.dimensions,
          collection: `segments-${encoder.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
          counts,
          segmentIds,
          ...(fits && { deletedSegmentIds }),
          createdAt: clock().toISOString(),
        },
      },
    });
  };
}
