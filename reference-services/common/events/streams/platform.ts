import type { BusDefinition, WorkerDefinition } from './definition.ts';

const day = 24 * 60 * 60;

/** The streams of the platform. The contracts say the same in `x-jetstream` and `x-consumers`; a test compares the two. */
export const platform: BusDefinition = {
  streams: [
    {
      ...{ name: 'RECORDINGS', subjects: ['recording.ingested.v1'], deadLetterQueue: 'DLQ_ASR' },
      ...{ maxAgeSeconds: 14 * day, maxMessageBytes: 65_536, duplicateWindowSeconds: 120 },
      workers: [
        worker('asr-batch', 'asr', { ackWaitSeconds: 120, maxPending: 8 }),
        worker('metadata-recordings', 'metadata'),
      ],
    },
    {
      ...{ name: 'TRANSCRIPTIONS', subjects: ['transcription.completed.v1'], deadLetterQueue: 'DLQ_NLP' },
      ...{ maxAgeSeconds: 14 * day, maxMessageBytes: 8_388_608, duplicateWindowSeconds: 120 },
      workers: [worker('nlp-post', 'nlp-post'), worker('metadata-transcripts', 'metadata')],
    },
    {
      ...{ name: 'NLP', subjects: ['nlp.postprocessed.v1'], deadLetterQueue: 'DLQ_EMBEDDINGS' },
      ...{ maxAgeSeconds: 14 * day, maxMessageBytes: 8_388_608, duplicateWindowSeconds: 120 },
      workers: [worker('embeddings', 'embeddings'), worker('metadata-sentences', 'metadata')],
    },
    {
      ...{ name: 'EMBEDDINGS', subjects: ['embeddings.created.v1'], deadLetterQueue: 'DLQ_EMBEDDINGS' },
      ...{ maxAgeSeconds: 7 * day, maxMessageBytes: 1_048_576, duplicateWindowSeconds: 120 },
      workers: [worker('search-invalidation', 'search'), worker('metadata-embeddings', 'metadata')],
    },
    {
      ...{ name: 'MODELS', subjects: ['model.promoted.v1'], deadLetterQueue: 'DLQ_ASR' },
      ...{ maxAgeSeconds: 90 * day, maxMessageBytes: 65_536, duplicateWindowSeconds: 120 },
      workers: [worker('asr-models', 'asr', { ackWaitSeconds: 120, maxPending: 1 })],
    },
  ],
  // Longer than any stream: what is dead must not vanish before somebody has looked at it.
  deadLetterQueues: ['DLQ_ASR', 'DLQ_NLP', 'DLQ_EMBEDDINGS'].map((name) => ({ name, maxAgeSeconds: 180 * day })),
  advisories: 'ADVISORIES',
};

function worker(durable: string, service: string, more: Partial<WorkerDefinition> = {}): WorkerDefinition {
  return {
    ...{ durable, service, maxDeliveries: 3, ackWaitSeconds: 30, retryDelaySeconds: [5, 30], maxPending: 64 },
    ...more,
  };
}
