import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import type { Bus } from '../../../common/events/bus.ts';
import { workerOptions } from '../../../common/events/worker-options.ts';
import { createConsumer } from '../../../events/embeddings-created/generated/index.ts';
import type { EmbeddingsCreated } from '../../../events/embeddings-created/generated/types.ts';
import { createPublisher } from '../../../events/nlp-postprocessed/generated/index.ts';
import { newTenant } from '../../../metadata/test/support/service.ts';

export interface Transcript {
  readonly tenant: string;
  readonly recordingId: string;
  readonly transcriptId: string;
  readonly texts: readonly string[];
  /** New ones when left out, as another transcription makes them. */
  readonly segmentIds: readonly string[];
  readonly time: string;
}

export function transcript(texts: readonly string[], members: Partial<Transcript> = {}): Transcript {
  return {
    tenant: newTenant(),
    recordingId: `rec_${ulid()}`,
    transcriptId: `trn_${ulid()}`,
    segmentIds: texts.map(() => `seg_${ulid()}`),
    time: new Date().toISOString(),
    texts,
    ...members,
  };
}

/** Publishes the transcript as nlp-post does; the same event id again is the same event again. */
export async function publish(bus: Bus, of: Transcript, eventId = `evt_${ulid()}`): Promise<string> {
  const { tenant, recordingId, transcriptId, texts, segmentIds, time } = of;
  const sentences = texts.map((text, index) => ({
    segmentId: segmentIds[index] ?? '',
    text,
    startOffset: index * 100,
    endOffset: index * 100 + text.length,
    startSeconds: index,
    endSeconds: index + 0.9,
    contentSha256: createHash('sha256').update(text).digest('hex'),
  }));
  const data = { recordingId, transcriptId, language: 'vi-VN', rulesVersion: '1.0.0', sentences, processedAt: time };
  const about = { id: eventId, source: '/services/nlp-post', subject: recordingId, tenantid: tenant, time };
  // The bus drops a message id that it has seen; a redelivery later than that has another one here.
  const messageId = `evt_${ulid()}`;
  await createPublisher(bus).publishNlpPostprocessed({
    id: messageId,
    key: recordingId,
    payload: { ...about, data },
  });
  return eventId;
}

/** All that is announced from now on. */
export async function listenForAnnouncements(bus: Bus): Promise<EmbeddingsCreated[]> {
  const announced: EmbeddingsCreated[] = [];
  await createConsumer(bus, {
    ...workerOptions(bus, 'search-invalidation'),
    durable: `test-${ulid()}`,
  }).receiveEmbeddingsCreated(({ payload }) => {
    announced.push(payload);
  });
  return announced;
}
