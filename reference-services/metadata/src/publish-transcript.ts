import type { Clock } from '../../common/clock.ts';
import type { Transaction } from '../../common/database/database.ts';
import type { Outbox } from '../../common/events/outbox/outbox.ts';
import type { NewId } from '../../common/ids.ts';
import { traceHeaders } from '../../common/tracing/spans.ts';
import { createPublisher } from '../../events/transcription-completed/generated/index.ts';
import type { Segment, Transcript } from '../generated/types.ts';
import { ownSource } from './events/recording-event.ts';
import { fitInto } from './fit-into.ts';
import { advance } from './store/stages.ts';
import type { RecordingFacts } from './store/transcripts.ts';

/** Stands in the event for the model of a reading that names none, such as one by a person. */
const noModel = { id: 'mdl_00000000000000000000000000', version: '0.0.0' };

export type PublishTranscript = ReturnType<typeof createPublishTranscript>;

interface PublishingParts {
  readonly outbox: Outbox;
  readonly newId: NewId;
  readonly clock: Clock;
}

/**
 * Tells the pipeline of a transcript that a client put in, in the transaction of the write: `transcription.completed.v1`, by
 * which it is processed and becomes searchable. One that is too large for the event makes the recording fail and say why.
 */
export function createPublishTranscript({ outbox, newId, clock }: PublishingParts) {
  return async (
    tx: Transaction,
    transcript: Transcript,
    segments: readonly Segment[],
    { durationSeconds, pipelineId }: RecordingFacts,
  ): Promise<void> => {
    const { id: transcriptId, tenantId: tenant, recordingId, language, confidence } = transcript;
    const now = clock();
    const fitting = fitInto(segments);
    if (fitting === undefined) {
      const detail = 'The transcript is too large to be processed and found by search.';
      const failure = { tenant, recordingId, transcriptId, status: 'failed', detail, happenedAt: now } as const;
      await advance(tx, failure, now);
      return;
    }
    const { traceparent } = traceHeaders();
    await createPublisher(outbox.within(tx, { traceparent })).publishTranscriptionCompleted({
      key: pipelineId,
      payload: {
        ...{ id: newId('evt'), source: ownSource, subject: pipelineId, tenantid: tenant, time: now.toISOString() },
        data: {
          recordingId: pipelineId,
          transcriptId,
          jobId: newId('job'),
          language,
          model: { id: transcript.modelId ?? noModel.id, version: transcript.modelVersion ?? noModel.version },
          durationSeconds,
          ...(confidence !== undefined && { confidence }),
          segments: fitting,
          completedAt: now.toISOString(),
        },
      },
    });
  };
}
