import type { Queryable } from '../../../common/database/database.ts';
import type { Problem } from '../../../common/problem.ts';
import type { StoreContext } from '../../../common/store/context.ts';
import type { EmbeddingJob, VectorCounts } from '../../generated/types.ts';
import { type JobRow, jobColumns } from './job-row.ts';

/** Another worker writes the vectors of this recording now. */
export class RecordingBusyError extends Error {
  override readonly name = 'RecordingBusyError';
  constructor(recordingId: string) {
    super(`Another worker writes the vectors of ${recordingId}.`);
  }
}

/** The job was taken over by another worker, after this one had been silent for too long. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';
  constructor(jobId: string) {
    super(`Another worker has taken over ${jobId}.`);
  }
}

export type Attempts = ReturnType<typeof createAttempts>;

/** How a job moves from attempt to attempt. A worker that says nothing for as long as the lease has died. */
export function createAttempts({ database, clock }: Pick<StoreContext, 'database' | 'clock'>, leaseMs = 30_000) {
  return { begin, nextDue, renew, succeed, cancel, fail };

  /**
   * Starts an attempt; undefined when the job is over. One recording is written by one worker at a time: otherwise the
   * vectors of an older transcript could come back after those of a newer one. `held` is the attempt that is begun again.
   */
  function begin(job: JobRow, attempt: number, held?: JobRow): Promise<JobRow | undefined> {
    return database.transaction(async (tx) => {
      const { id, tenant_id: tenant, recording_id: recording } = job;
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`embeddings ${tenant} ${recording}`]);
      const now = clock().toISOString();
      const over = await tx.query(
        `SELECT 1 FROM embedding_jobs WHERE id = $1 AND status IN ('succeeded', 'cancelled')`,
        [id],
      );
      if (over.length > 0) return undefined;
      const busy = await tx.query(
        `SELECT 1 FROM embedding_jobs WHERE tenant_id = $1 AND recording_id = $2 AND status = 'running'
           AND lease_until > $3::timestamptz AND NOT (id = $4 AND version = $5)`,
        [tenant, recording, now, id, held?.version ?? 0],
      );
      if (busy.length > 0) throw new RecordingBusyError(recording);
      const [row] = await tx.query<JobRow>(
        `UPDATE embedding_jobs SET status = 'running', attempt = $2, next_attempt_at = NULL, lease_until = $4,
           started_at = $3, finished_at = NULL, problem = NULL, updated_at = $3, version = version + 1
         -- Once more: another worker may have ended it since it was looked at.
         WHERE id = $1 AND status NOT IN ('succeeded', 'cancelled') RETURNING ${jobColumns}`,
        [id, attempt, now, leaseEnd()],
      );
      return row;
    });
  }

  /** A job that the runner should start now: queued and due, or left behind by a worker that died. */
  async function nextDue(): Promise<JobRow | undefined> {
    const now = clock().toISOString();
    const [row] = await database.query<JobRow>(
      `SELECT ${jobColumns} FROM embedding_jobs
       WHERE driver = 'runner' AND ((status = 'queued' AND next_attempt_at <= $1::timestamptz)
         OR (status = 'running' AND lease_until <= $1::timestamptz))
       ORDER BY next_attempt_at NULLS FIRST LIMIT 1`,
      [now],
    );
    return row;
  }

  /** The version counts attempts and their ends, so it is the token by which a worker knows that the job is still its own. */
  async function renew(job: JobRow): Promise<void> {
    const rows = await database.query(
      'UPDATE embedding_jobs SET lease_until = $3 WHERE id = $1 AND version = $2 RETURNING id',
      [job.id, job.version, leaseEnd()],
    );
    if (rows.length === 0) throw new LeaseLostError(job.id);
  }

  function succeed(tx: Queryable, job: JobRow, counts: VectorCounts): Promise<void> {
    return end(tx, job, { status: 'succeeded', counts });
  }

  /** A later transcript has taken its place. */
  function cancel(job: JobRow): Promise<void> {
    return end(database, job, { status: 'cancelled' });
  }

  /** Without a next attempt the job has failed and waits for somebody to retry it. */
  async function fail(job: JobRow, problem: Problem, nextAttemptAt: Date | undefined): Promise<void> {
    const now = clock().toISOString();
    await database.query(
      `UPDATE embedding_jobs SET status = $3, problem = $4, next_attempt_at = $5, lease_until = NULL,
         finished_at = $6, updated_at = $7, version = version + 1
       WHERE id = $1 AND version = $2`,
      [
        ...[job.id, job.version, nextAttemptAt === undefined ? 'failed' : 'queued'],
        ...[nextAttemptAt === undefined ? JSON.stringify(problem) : null, nextAttemptAt?.toISOString() ?? null],
        ...[nextAttemptAt === undefined ? now : null, now],
      ],
    );
  }

  async function end(tx: Queryable, job: JobRow, to: JobEnd): Promise<void> {
    const rows = await tx.query(
      `UPDATE embedding_jobs SET status = $3, counts = $4, lease_until = NULL, next_attempt_at = NULL, finished_at = $5,
         updated_at = $5, version = version + 1
       WHERE id = $1 AND version = $2 RETURNING id`,
      [
        job.id,
        job.version,
        to.status,
        to.counts === undefined ? null : JSON.stringify(to.counts),
        clock().toISOString(),
      ],
    );
    if (rows.length === 0) throw new LeaseLostError(job.id);
  }

  function leaseEnd(): string {
    return new Date(clock().getTime() + leaseMs).toISOString();
  }
}

interface JobEnd {
  readonly status: Extract<EmbeddingJob['status'], 'succeeded' | 'cancelled'>;
  readonly counts?: VectorCounts;
}
