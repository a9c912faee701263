import type { Clock } from '../../../common/clock.ts';
import type { Database } from '../../../common/database/database.ts';
import type { Bus } from '../../../common/events/bus.ts';
import { workerOptions } from '../../../common/events/worker-options.ts';
import type { Logger } from '../../../common/logging.ts';
import * as embeddings from '../../../events/embeddings-created/generated/index.ts';
import * as sentences from '../../../events/nlp-postprocessed/generated/index.ts';
import * as recordings from '../../../events/recording-ingested/generated/index.ts';
import type { RecordingIngested } from '../../../events/recording-ingested/generated/types.ts';
import * as transcripts from '../../../events/transcription-completed/generated/index.ts';
import type { EventMetrics } from '../metrics.ts';
import { applyEvent } from './apply.ts';
import { applyWaiting } from './apply-waiting.ts';
import { keepRecording } from './recording-ingested.ts';
import { takeEvent } from './take-event.ts';

export interface ConsumerParts {
  readonly database: Database;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: EventMetrics;
  /** How many events of each kind are worked on at once. */
  readonly concurrency: number;
}

export interface Consumers {
  /** Takes nothing more, and resolves when the work under way has ended. */
  stop(): Promise<void>;
}

/** Takes all four events that tell of a recording on its way. */
export async function startConsumers(parts: ConsumerParts): Promise<Consumers> {
  const { bus, logger, concurrency } = parts;
  const stopping = new AbortController();
  const taking = { ...parts, signal: stopping.signal };
  const onError = (error: unknown) => logger.warn({ error }, 'event not handled');
  const worker = (durable: string) => workerOptions(bus, durable, { concurrency, onError });
  const onUnacceptable = (error: Error, eventId: string) => logger.error({ error, eventId }, 'waiting event refused');

  const subscriptions = await Promise.all([
    recordings.createConsumer(bus, worker('metadata-recordings')).receiveRecordingIngested(
      takeEvent(taking, {
        durable: 'metadata-recordings',
        PermanentError: recordings.PermanentError,
        apply: async (tx, event: RecordingIngested, now) => {
          const outcome = await keepRecording(tx, event, now);
          await applyWaiting(tx, event, { now, onUnacceptable });
          return outcome;
        },
      }),
    ),
    transcripts.createConsumer(bus, worker('metadata-transcripts')).receiveTranscriptionCompleted(
      takeEvent(taking, {
        durable: 'metadata-transcripts',
        PermanentError: transcripts.PermanentError,
        apply: applyEvent,
      }),
    ),
    sentences.createConsumer(bus, worker('metadata-sentences')).receiveNlpPostprocessed(
      takeEvent(taking, {
        durable: 'metadata-sentences',
        PermanentError: sentences.PermanentError,
        apply: applyEvent,
      }),
    ),
    embeddings.createConsumer(bus, worker('metadata-embeddings')).receiveEmbeddingsCreated(
      takeEvent(taking, {
        durable: 'metadata-embeddings',
        PermanentError: embeddings.PermanentError,
        apply: applyEvent,
      }),
    ),
  ]);
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(subscriptions.map((subscription) => subscription.drain()));
    },
  };
}
