import { ulid } from 'ulid';
import type { Bus } from '../../../common/events/bus.ts';
import { workerOptions } from '../../../common/events/worker-options.ts';
import { createConsumer } from '../../../events/nlp-postprocessed/generated/index.ts';
import type { NlpPostprocessed } from '../../../events/nlp-postprocessed/generated/types.ts';
import { createPublisher } from '../../../events/transcription-completed/generated/index.ts';
import type { TranscribedSegment } from '../../../events/transcription-completed/generated/types.ts';
import { newTenant } from '../../../metadata/test/support/service.ts';

export interface Transcript {
  readonly tenant: string;
  readonly recordingId: string;
  readonly transcriptId: string;
  readonly language: string;
  readonly segments: readonly TranscribedSegment[];
  readonly time: string;
}

/** One second for each segment, and half a second between two. */
export function transcript(texts: readonly string[], members: Partial<Transcript> = {}): Transcript {
  return {
    tenant: newTenant(),
    recordingId: `rec_${ulid()}`,
    transcriptId: `trn_${ulid()}`,
    language: 'vi-VN',
    segments: texts.map((text, index) => {
      const startSeconds = index * 1.5;
      return { id: `seg_${ulid()}`, text, startSeconds, endSeconds: startSeconds + 1, confidence: 0.9 };
    }),
    time: new Date().toISOString(),
    ...members,
  };
}

/** Publishes the transcript as asr does; the same event id again is the same event again. */
export async function publish(bus: Bus, of: Transcript, eventId = `evt_${ulid()}`): Promise<string> {
  const { tenant, recordingId, transcriptId, language, segments, time } = of;
  const model = { id: `mdl_${ulid()}`, version: '1.0.0' };
  const data = {
    ...{ recordingId, transcriptId, jobId: `job_${ulid()}`, language, model, segments },
    ...{ durationSeconds: segments.length * 1.5, completedAt: time },
  };
  const about = { id: eventId, source: '/services/asr', subject: recordingId, tenantid: tenant, time };
  // The bus drops a message id that it has seen; a redelivery later than that has another one here.
  await createPublisher(bus).publishTranscriptionCompleted({
    id: `evt_${ulid()}`,
    key: recordingId,
    payload: { ...about, data },
  });
  return eventId;
}

/** All that is announced from now on. */
export async function listenForAnnouncements(bus: Bus): Promise<NlpPostprocessed[]> {
  const announced: NlpPostprocessed[] = [];
  await createConsumer(bus, { ...workerOptions(bus, 'embeddings'), durable: `test-${ulid()}` }).receiveNlpPostprocessed(
    ({ payload }) => {
      announced.push(payload);
    },
  );
  return announced;
}
