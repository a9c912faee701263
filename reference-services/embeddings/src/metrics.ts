import { Counter, Histogram, type Registry } from 'prom-client';

export interface Counts {
  readonly created: number;
  readonly reused: number;
  readonly deleted: number;
}

export type WorkerMetrics = ReturnType<typeof createWorkerMetrics>;

/** What the worker does. The share of `reused` among the segments says what re-ingesting costs. */
export function createWorkerMetrics(registry: Registry) {
  const registers = [registry];
  const segments = new Counter({
    name: 'embedding_segments_total',
    help: 'Segments by what happened to their vectors: created, reused or deleted.',
    labelNames: ['outcome'],
    registers,
  });
  const attempts = new Counter({
    name: 'embedding_attempts_total',
    help: 'Attempts at jobs by how they ended: succeeded, repeated or failed for good.',
    labelNames: ['outcome'],
    registers,
  });
  const duration = new Histogram({
    name: 'embedding_attempt_duration_seconds',
    help: 'Time that attempts took.',
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 120],
    registers,
  });
  return {
    attempts,
    duration,
    wrote(counts: Counts): void {
      for (const [outcome, count] of Object.entries(counts)) segments.inc({ outcome }, count);
    },
  };
}
