import { createHash } from 'node:crypto';
import type { Database } from '../../common/database/database.ts';
import type { Bus } from '../../common/events/bus.ts';
import { onceOnly } from '../../common/events/outbox/once-only.ts';
import { Outbox } from '../../common/events/outbox/outbox.ts';
import { Relay } from '../../common/events/outbox/relay.ts';
import { patiently } from '../../common/events/patiently.ts';
import { workerOptions } from '../../common/events/worker-options.ts';
import { createIds } from '../../common/ids.ts';
import { createPublisher } from '../../events/nlp-postprocessed/generated/index.ts';
import { createConsumer } from '../../events/recording-ingested/generated/index.ts';
import type { RecordingIngestedV1Message } from '../../events/recording-ingested/generated/types.ts';

export interface Speech {
  stop(): Promise<void>;
}

export interface SpeechOptions {
  readonly bus: Bus;
  readonly database: Database;
  readonly hear: (recordingId: string) => readonly Said[];
  /** The position on the events; that of the service by default. */
  readonly durable?: string;
}

export interface Said {
  readonly segmentId: string;
  readonly text: string;
}

/**
 * Stands for the speech and text services: hears of each recording, and tells what was said in it as nlp-post
 * does, by an outbox.
 */
export async function startSpeech({ bus, database, hear, durable = 'asr-batch' }: SpeechOptions): Promise<Speech> {
  const newId = createIds();
  const stopping = new AbortController();
  const outbox = new Outbox(database);
  const relay = new Relay(outbox, database, bus);
  const consumer = createConsumer(bus, { ...workerOptions(bus, 'asr-batch'), durable });
  const tell = ({ payload }: RecordingIngestedV1Message): Promise<void> =>
    database.transaction(async (tx) => {
      const { id, tenantid, data } = payload;
      if (!(await onceOnly(tx, durable, id))) return;
      const { recordingId } = data;
      await createPublisher(outbox.within(tx)).publishNlpPostprocessed({
        key: recordingId,
        payload: {
          ...{ id: newId('evt'), source: '/services/nlp-post', subject: recordingId, tenantid },
          data: {
            ...{ recordingId, transcriptId: newId('trn'), language: 'vi-VN', rulesVersion: '1.0.0' },
            ...{ sentences: sentencesOf(hear(recordingId)), processedAt: new Date().toISOString() },
          },
        },
      });
    });
  const subscription = await consumer.receiveRecordingIngested(patiently(tell, { signal: stopping.signal }));
  return {
    stop: async () => {
      stopping.abort();
      await subscription.drain();
      await relay.stop();
    },
  };
}

/** One after the other, a second each. */
export function sentencesOf(all: readonly Said[]) {
  let offset = 0;
  return all.map(({ segmentId, text }, index) => {
    const startOffset = offset;
    offset += text.length + 1;
    return {
      ...{ segmentId, text, startOffset, endOffset: startOffset + text.length },
      ...{ startSeconds: index, endSeconds: index + 1 },
      contentSha256: createHash('sha256').update(text).digest('hex'),
    };
  });
}
