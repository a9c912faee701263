import type { Problem } from '../../../common/problem.ts';
import type { Versioned } from '../../../common/store/versioned.ts';
import type { EmbeddingJob, VectorCounts } from '../../generated/types.ts';

export const jobColumns = `id, tenant_id, recording_id, transcript_id, model_id, event_id, driver, reuse, traceparent, status,
  attempt, next_attempt_at, counts, problem, started_at, finished_at, created_at, updated_at, version`;

export interface JobRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly recording_id: string;
  readonly transcript_id: string;
  readonly model_id: string;
  readonly event_id: string | null;
  readonly driver: 'bus' | 'runner';
  readonly reuse: boolean;
  readonly traceparent: string | null;
  readonly status: EmbeddingJob['status'];
  readonly attempt: number;
  readonly next_attempt_at: Date | null;
  readonly counts: string | null;
  readonly problem: string | null;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly version: number;
}

/** As the contract shows it. */
export function jobOf(row: JobRow): Versioned<EmbeddingJob> {
  const value: EmbeddingJob = {
    id: row.id,
    tenantId: row.tenant_id,
    kind: 'embedding',
    recordingId: row.recording_id,
    transcriptId: row.transcript_id,
    modelId: row.model_id,
    status: row.status,
    ...(row.attempt > 0 && { attempt: row.attempt }),
    nextAttemptAt: row.next_attempt_at?.toISOString() ?? null,
    // Both are written by the jobs' store alone.
    ...(row.counts !== null && { counts: JSON.parse(row.counts) as VectorCounts }),
    ...(row.problem !== null && { problem: JSON.parse(row.problem) as Problem }),
    ...(row.started_at !== null && { startedAt: row.started_at.toISOString() }),
    ...(row.finished_at !== null && { finishedAt: row.finished_at.toISOString() }),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
  return { value, version: row.version };
}
