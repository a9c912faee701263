import type { Queryable } from '../../../common/database/database.ts';
import type { StoreContext } from '../../../common/store/context.ts';
import { type PageRequest, type PageResult, readPage } from '../../../common/store/page.ts';
import { type Missing, missing, type Versioned } from '../../../common/store/versioned.ts';
import { Where } from '../../../common/store/where.ts';
import type { EmbeddingJob, JobStatus } from '../../generated/types.ts';
import { type JobRow, jobColumns, jobOf } from './job-row.ts';

export interface JobQuery extends PageRequest {
  readonly status?: JobStatus | undefined;
  readonly transcriptId?: string | undefined;
}

export interface NewJob {
  readonly tenantId: string;
  readonly recordingId: string;
  readonly transcriptId: string;
  readonly modelId: string;
  readonly reuse: boolean;
  readonly driver: 'bus' | 'runner';
  readonly eventId?: string;
  readonly traceparent?: string | undefined;
}

export type Retried =
  | ({ readonly kind: 'queued'; readonly eventId: string | null } & Versioned<EmbeddingJob>)
  | Missing;

export type Jobs = ReturnType<typeof createJobs>;

/** Jobs as the operations of the contract see them; `attempts.ts` moves them on. */
export function createJobs({ database, clock, newId }: StoreContext) {
  return { list, find, create, retry };

  function list(tenant: string, query: JobQuery): Promise<PageResult<EmbeddingJob>> {
    const { cursor, limit, ...filters } = query;
    const where = new Where()
      .and('tenant_id = ?', tenant)
      .andIf(filters.status, 'status = ?')
      .andIf(filters.transcriptId, 'transcript_id = ?');
    const listing = {
      scope: { list: 'embedding-jobs', filters, key: ['timestamp', 'text'] },
      select: `SELECT ${jobColumns} FROM embedding_jobs`,
      where,
      order: ['created_at::timestamptz', 'id::text'],
      direction: 'DESC',
      keyOf: (row: JobRow) => [row.created_at.toISOString(), row.id],
      itemOf: (row: JobRow) => jobOf(row).value,
    } as const;
    return readPage(database, listing, { cursor, limit }, clock());
  }

  async function find(tenant: string, id: string): Promise<Versioned<EmbeddingJob> | undefined> {
    const [row] = await database.query<JobRow>(
      `SELECT ${jobColumns} FROM embedding_jobs WHERE tenant_id = $1 AND id = $2`,
      [tenant, id],
    );
    return row && jobOf(row);
  }

  /** The job of an event that is there already is given back as it is. */
  async function create(tx: Queryable, job: NewJob): Promise<JobRow> {
    const now = clock().toISOString();
    const { tenantId, recordingId, transcriptId, modelId, eventId = null, driver, reuse, traceparent = null } = job;
    const values = [tenantId, recordingId, transcriptId, modelId, eventId, driver, reuse, traceparent, now];
    // Only the `DO UPDATE` that changes nothing gives back the row of a job that another transaction has just made.
    const [row] = await tx.query<JobRow>(
      `INSERT INTO embedding_jobs (id, tenant_id, recording_id, transcript_id, model_id, event_id, driver, reuse, traceparent,
         status, next_attempt_at, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'queued', $10, $10, $10)
       ON CONFLICT (event_id) DO UPDATE SET event_id = excluded.event_id
       RETURNING ${jobColumns}`,
      [newId('job'), ...values],
    );
    if (row === undefined) throw new Error('An insert that updates always returns its row.');
    return row;
  }

  /** Queues a job that has failed, with three new attempts. One that has not is left alone. */
  async function retry(tx: Queryable, tenant: string, id: string): Promise<Retried | { readonly kind: 'not-failed' }> {
    const [row] = await tx.query<JobRow>(
      `UPDATE embedding_jobs SET status = 'queued', driver = 'runner', attempt = 0, next_attempt_at = $3, problem = NULL,
         started_at = NULL, finished_at = NULL, updated_at = $3, version = version + 1
       WHERE tenant_id = $1 AND id = $2 AND status = 'failed' RETURNING ${jobColumns}`,
      [tenant, id, clock().toISOString()],
    );
    if (row !== undefined) return { kind: 'queued', eventId: row.event_id, ...jobOf(row) };
    const there = await tx.query('SELECT 1 FROM embedding_jobs WHERE tenant_id = $1 AND id = $2', [tenant, id]);
    return there.length === 0 ? missing : { kind: 'not-failed' };
  }
}
