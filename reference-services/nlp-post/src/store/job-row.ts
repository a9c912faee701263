import type { Problem } from '../../../common/problem.ts';
import type { Versioned } from '../../../common/store/versioned.ts';
import type { PostprocessingJob, ProcessOptions } from '../../generated/types.ts';

export const jobColumns = `id, tenant_id, recording_id, transcript_id, event_id, happened_at, driver, options, traceparent, status,
  attempt, sentence_count, redaction_count, problem, started_at, finished_at, created_at, updated_at, version`;

export interface JobRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly recording_id: string;
  readonly transcript_id: string;
  readonly event_id: string | null;
  readonly happened_at: Date | null;
  readonly driver: 'bus' | 'runner';
  readonly options: string;
  readonly traceparent: string | null;
  readonly status: PostprocessingJob['status'];
  readonly attempt: number;
  readonly sentence_count: number | null;
  readonly redaction_count: number | null;
  readonly problem: string | null;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly version: number;
}

/** As the contract shows it. */
export function jobOf(row: JobRow): Versioned<PostprocessingJob> {
  const value: PostprocessingJob = {
    id: row.id,
    tenantId: row.tenant_id,
    kind: 'postprocessing',
    recordingId: row.recording_id,
    transcriptId: row.transcript_id,
    status: row.status,
    ...(row.attempt > 0 && { attempt: row.attempt }),
    sentenceCount: row.sentence_count,
    redactionCount: row.redaction_count,
    // Written by the attempts alone.
    ...(row.problem !== null && { problem: JSON.parse(row.problem) as Problem }),
    ...(row.started_at !== null && { startedAt: row.started_at.toISOString() }),
    ...(row.finished_at !== null && { finishedAt: row.finished_at.toISOString() }),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
  return { value, version: row.version };
}

/** Which steps the job takes; written by the store of jobs, from a request that was held against the contract. */
export function optionsOf({ options }: JobRow): ProcessOptions {
  return JSON.parse(options) as ProcessOptions;
}
