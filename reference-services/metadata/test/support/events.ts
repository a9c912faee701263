import { createHash, randomUUID } from 'node:crypto';
import { ulid } from 'ulid';
import type { Database } from '../../../common/database/database.ts';
import type { Bus } from '../../../common/events/bus.ts';
import { openDatabaseBus } from '../../../common/events/database-bus/database-bus.ts';
import type { StoredLetter } from '../../../common/events/dead-letters/dead-letters.ts';
import { platform } from '../../../common/events/streams/platform.ts';
import { until } from '../../../common/test/bus/until.ts';
import * as embeddings from '../../../events/embeddings-created/generated/index.ts';
import type { EmbeddingsCreated } from '../../../events/embeddings-created/generated/types.ts';
import * as nlp from '../../../events/nlp-postprocessed/generated/index.ts';
import type { NlpPostprocessed } from '../../../events/nlp-postprocessed/generated/types.ts';
import * as recordings from '../../../events/recording-ingested/generated/index.ts';
import type { RecordingIngested } from '../../../events/recording-ingested/generated/types.ts';
import * as transcripts from '../../../events/transcription-completed/generated/index.ts';
import type { TranscriptionCompleted } from '../../../events/transcription-completed/generated/types.ts';
import { startConsumers } from '../../src/events/start-consumers.ts';
import { createEventMetrics } from '../../src/metrics.ts';
import { newTenant, openTestService } from './service.ts';

export type PlatformEvent = RecordingIngested | TranscriptionCompleted | NlpPostprocessed | EmbeddingsCreated;

/** The platform's streams, whose workers try again at once. */
const impatient = {
  ...platform,
  streams: platform.streams.map((stream) => ({
    ...stream,
    workers: stream.workers.map((worker) => ({ ...worker, retryDelaySeconds: [0.001, 0.001] })),
  })),
};

export type Pipeline = Awaited<ReturnType<typeof openPipeline>>;

/** The service with its consumers, on a bus by which tests play the other services. */
export async function openPipeline(database: Database) {
  const service = await openTestService(database);
  const bus = await openDatabaseBus(database, { definition: impatient });
  const metrics = createEventMetrics(service.deps.metrics.registry, database);
  const { clock, logger } = service.deps;
  const consumers = await startConsumers({ database, bus, clock, logger, metrics, concurrency: 2 });
  return { ...service, bus, tell, tellAtOnce, outcomes, letters, close };

  /** Publishes the events one after the other, each when the one before has been handled. */
  async function tell(...events: readonly PlatformEvent[]): Promise<void> {
    for (const event of events) {
      const before = await handled();
      await publish(bus, event);
      await until(async () => (await handled()) > before);
    }
  }

  /** Publishes all of them, and waits until all have been handled. */
  async function tellAtOnce(...events: readonly PlatformEvent[]): Promise<void> {
    const before = await handled();
    await Promise.all(events.map((event) => publish(bus, event)));
    await until(async () => (await handled()) >= before + events.length);
  }

  async function handled(): Promise<number> {
    return (await metrics.handled.get()).values.reduce((sum, { value }) => sum + value, 0);
  }

  /** How often each outcome came about, by the event's type without what all have in common. */
  async function outcomes(): Promise<Readonly<Record<string, number>>> {
    const { values } = await metrics.handled.get();
    const named = values.map(({ labels, value }) => [`${short(labels.event)} ${labels.outcome}`, value]);
    return Object.fromEntries(named.toSorted());
  }

  /** The dead letters that tell of a recording. */
  async function letters(queue: string, recordingId: string): Promise<readonly StoredLetter[]> {
    const found: StoredLetter[] = [];
    for await (const letter of bus.deadLetters.list(queue)) {
      if (new TextDecoder().decode(letter.body).includes(recordingId)) found.push(letter);
    }
    return found;
  }

  async function close(): Promise<void> {
    await consumers.stop();
    await bus.close();
  }
}

function short(type: string | number | undefined): string {
  return String(type).replace('vn.ai2text.', '');
}

/** As its service does; the bus drops a message id that it has seen, and a redelivery later than that has another one. */
async function publish(bus: Bus, payload: PlatformEvent): Promise<void> {
  const to = { id: `evt_${ulid()}`, key: payload.subject };
  switch (payload.type) {
    case 'vn.ai2text.recording.ingested.v1':
      await recordings.createPublisher(bus).publishRecordingIngested({ ...to, payload });
      return;
    case 'vn.ai2text.transcription.completed.v1':
      await transcripts.createPublisher(bus).publishTranscriptionCompleted({ ...to, payload });
      return;
    case 'vn.ai2text.nlp.postprocessed.v1':
      await nlp.createPublisher(bus).publishNlpPostprocessed({ ...to, payload });
      return;
    case 'vn.ai2text.embeddings.created.v1':
      await embeddings.createPublisher(bus).publishEmbeddingsCreated({ ...to, payload });
      return;
    default:
      payload satisfies never;
  }
}

/** A recording on its way, with ids of its own, and the four events that tell of it. */
export function newStory(tenant: string = newTenant()) {
  const recordingId = `rec_${ulid()}`;
  const transcriptId = `trn_${ulid()}`;
  const ids = [`seg_${ulid()}`, `seg_${ulid()}`, `seg_${ulid()}`] as const;
  const sha256 = digest(randomUUID());
  const model = { id: 'mdl_01M3TC5H00KFEEQC275XYZBSJW', version: '1.4.0' };

  const ingested: RecordingIngested = {
    ...envelope('ingestion', '2026-11-20T02:15:31Z'),
    type: 'vn.ai2text.recording.ingested.v1',
    data: {
      ...{ recordingId, uploadId: `upl_${ulid()}`, storageKey: `${tenant}/audio.wav`, mediaType: 'audio/wav' },
      ...{ sizeBytes: 57_600_044, sha256, durationSeconds: 1800, sampleRateHz: 16_000, channels: 1 },
      ...{ language: 'vi-VN', title: 'Họp kế hoạch quý ba', labels: ['họp'] },
      ...{ recordedAt: '2026-11-20T08:30:00+07:00', ingestedAt: '2026-11-20T02:15:30Z' },
    },
  };
  const transcribed: TranscriptionCompleted = {
    ...envelope('asr', '2026-11-20T02:16:12Z'),
    type: 'vn.ai2text.transcription.completed.v1',
    data: {
      ...{ recordingId, transcriptId, jobId: `job_${ulid()}`, language: 'vi-VN', model },
      ...{ durationSeconds: 1800, confidence: 0.91, completedAt: '2026-11-20T02:16:12Z' },
      segments: [
        {
          ...{ id: ids[0], text: 'xin chào', startSeconds: 0.5, endSeconds: 1.5, confidence: 0.94 },
          words: [
            { text: 'xin', startSeconds: 0.5, endSeconds: 0.9, confidence: 0.97 },
            { text: 'chào', startSeconds: 0.9, endSeconds: 1.5, confidence: 0.91 },
          ],
        },
        {
          ...{ id: ids[1], text: 'doanh thu tăng mười hai phần trăm', startSeconds: 2, endSeconds: 4, confidence: 0.9 },
          words: [
            { text: 'doanh', startSeconds: 2, endSeconds: 2.4, confidence: 0.9 },
            { text: 'thu', startSeconds: 2.4, endSeconds: 2.8, confidence: 0.9 },
          ],
        },
        {
          ...{ id: ids[2], text: 'gọi số không chín không', startSeconds: 5, endSeconds: 9, confidence: 0.8 },
          words: [{ text: 'gọi', startSeconds: 5, endSeconds: 5.4, confidence: 0.8 }],
        },
      ],
    },
  };
  const processed: NlpPostprocessed = {
    ...envelope('nlp-post', '2026-11-20T02:16:16Z'),
    type: 'vn.ai2text.nlp.postprocessed.v1',
    data: {
      ...{ recordingId, transcriptId, language: 'vi-VN', rulesVersion: '1.1.0', processedAt: '2026-11-20T02:16:16Z' },
      sentences: [
        sentence(ids[0], 'Xin chào.', [0.5, 1.5]),
        sentence(ids[1], 'Doanh thu tăng 12 %.', [2, 4]),
        sentence(ids[2], 'Gọi số [SỐ ĐIỆN THOẠI].', [5, 9]),
      ],
      redactions: [{ patternId: 'phone-number', count: 1 }],
    },
  };
  const embedded: EmbeddingsCreated = {
    ...envelope('embeddings', '2026-11-20T02:16:18Z'),
    type: 'vn.ai2text.embeddings.created.v1',
    data: {
      ...{ recordingId, transcriptId, jobId: `job_${ulid()}`, model, dimensions: 256 },
      ...{ counts: { created: 3, reused: 0, deleted: 0 }, segmentIds: [...ids], deletedSegmentIds: [] },
      createdAt: '2026-11-20T02:16:18Z',
    },
  };
  return { tenant, recordingId, transcriptId, ids, sha256, ingested, transcribed, processed, embedded };

  function envelope(service: string, time: string) {
    return {
      specversion: '1.0',
      ...{ id: `evt_${ulid()}`, source: `/services/${service}`, subject: recordingId, time },
      datacontenttype: 'application/json',
      tenantid: tenant,
    } as const;
  }
}

export function sentence(
  segmentId: string,
  text: string,
  [startSeconds, endSeconds]: readonly [number, number],
  sourceSegmentIds: readonly string[] = [segmentId],
) {
  const place = { startOffset: 0, endOffset: text.length, startSeconds, endSeconds };
  return { segmentId, sourceSegmentIds, text, ...place, contentSha256: digest(text) };
}

/** Another event that tells the same, but for what is given. */
export function again<Event extends PlatformEvent>(
  event: Event,
  time: string,
  data: Partial<Event['data']> = {},
): Event {
  return { ...event, id: `evt_${ulid()}`, time, data: { ...event.data, ...data } };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
