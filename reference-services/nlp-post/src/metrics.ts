import { Counter, Histogram, type Registry } from 'prom-client';

export type WorkerMetrics = ReturnType<typeof createWorkerMetrics>;

/** What the worker does. How often a pattern finds something is told, never what. */
export function createWorkerMetrics(registry: Registry) {
  const registers = [registry];
  const attempts = new Counter({
    name: 'postprocessing_attempts_total',
    help: 'Attempts at jobs by how they ended: succeeded, repeated or failed for good.',
    labelNames: ['outcome'],
    registers,
  });
  const duration = new Histogram({
    name: 'postprocessing_attempt_duration_seconds',
    help: 'Time that attempts took.',
    buckets: [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers,
  });
  const sentences = new Counter({
    name: 'postprocessing_sentences_total',
    help: 'Sentences that transcripts were cut into.',
    registers,
  });
  const redactions = new Counter({
    name: 'postprocessing_redactions_total',
    help: 'Pieces of personal data that were replaced, by the pattern that found them.',
    labelNames: ['pattern'],
    registers,
  });
  return { attempts, duration, sentences, redactions };
}
