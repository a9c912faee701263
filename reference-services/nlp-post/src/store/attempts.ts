import type { Queryable } from '../../../common/database/database.ts';
import type { Problem } from '../../../common/problem.ts';
import type { StoreContext } from '../../../common/store/context.ts';
import type { PostprocessingJob } from '../../generated/types.ts';
import { type JobRow, jobColumns } from './job-row.ts';

export interface Outcome {
  readonly status: Extract<PostprocessingJob['status'], 'succeeded' | 'cancelled'>;
  readonly attempt: number;
  readonly startedAt: Date;
  readonly sentenceCount?: number;
  readonly redactionCount?: number;
}

export type Attempts = ReturnType<typeof createAttempts>;

/** How a job moves from attempt to attempt. */
export function createAttempts({ database, clock }: Pick<StoreContext, 'database' | 'clock'>) {
  return { lock, nextDue, end, fail };

  /** The job as it is now; nobody else ends it before the transaction does. Undefined when it is over. */
  async function lock(tx: Queryable, id: string): Promise<JobRow | undefined> {
    const [row] = await tx.query<JobRow>(
      `SELECT ${jobColumns} FROM nlp_post_jobs WHERE id = $1 AND status NOT IN ('succeeded', 'cancelled') FOR UPDATE`,
      [id],
    );
    return row;
  }

  /** A job that the runner should start now. Of several replicas that see it, one ends it. */
  async function nextDue(): Promise<JobRow | undefined> {
    const [row] = await database.query<JobRow>(
      `SELECT ${jobColumns} FROM nlp_post_jobs WHERE driver = 'runner' AND status = 'queued'
         AND next_attempt_at <= $1::timestamptz ORDER BY next_attempt_at, id LIMIT 1`,
      [clock().toISOString()],
    );
    return row;
  }

  async function end(tx: Queryable, job: JobRow, outcome: Outcome): Promise<void> {
    const { status, attempt, startedAt, sentenceCount = null, redactionCount = null } = outcome;
    await tx.query(
      `UPDATE nlp_post_jobs SET status = $2, attempt = $3, sentence_count = $4, redaction_count = $5, problem = NULL,
         started_at = $6, finished_at = $7, updated_at = $7, version = version + 1
       WHERE id = $1`,
      [job.id, status, attempt, sentenceCount, redactionCount, startedAt.toISOString(), clock().toISOString()],
    );
  }

  /** Without a next attempt the job has failed. */
  async function fail(job: JobRow, attempt: number, problem: Problem, nextAttemptAt: Date | undefined): Promise<void> {
    const now = clock().toISOString();
    const isLast = nextAttemptAt === undefined;
    await database.query(
      `UPDATE nlp_post_jobs SET status = $2, attempt = $3, problem = $4, next_attempt_at = $5, started_at = $6,
         finished_at = $7, updated_at = $6, version = version + 1
       WHERE id = $1 AND status NOT IN ('succeeded', 'cancelled')`,
      [
        ...[job.id, isLast ? 'failed' : 'queued', attempt, isLast ? JSON.stringify(problem) : null],
        ...[nextAttemptAt?.toISOString() ?? now, now, isLast ? now : null],
      ],
    );
  }
}
