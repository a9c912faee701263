import type { Queryable } from '../../../common/database/database.ts';
import type { StoreContext } from '../../../common/store/context.ts';
import { type PageRequest, type PageResult, readPage } from '../../../common/store/page.ts';
import type { Versioned } from '../../../common/store/versioned.ts';
import { Where } from '../../../common/store/where.ts';
import type { JobStatus, PostprocessingJob, ProcessOptions } from '../../generated/types.ts';
import { type JobRow, jobColumns, jobOf } from './job-row.ts';

export interface JobQuery extends PageRequest {
  readonly status?: JobStatus | undefined;
  readonly transcriptId?: string | undefined;
}

export interface NewJob {
  readonly tenantId: string;
  readonly recordingId: string;
  readonly transcriptId: string;
  readonly driver: 'bus' | 'runner';
  readonly options?: ProcessOptions;
  readonly reason?: string | undefined;
  /** The event that the job stands for, and when it happened. */
  readonly eventId?: string;
  readonly happenedAt?: Date;
  readonly traceparent?: string | undefined;
}

export type Jobs = ReturnType<typeof createJobs>;

/** Jobs as the operations of the contract see them; `attempts.ts` moves them on. */
export function createJobs({ database, clock, newId }: StoreContext) {
  return { list, find, create };

  function list(tenant: string, query: JobQuery): Promise<PageResult<PostprocessingJob>> {
    const { cursor, limit, ...filters } = query;
    const where = new Where()
      .and('tenant_id = ?', tenant)
      .andIf(filters.status, 'status = ?')
      .andIf(filters.transcriptId, 'transcript_id = ?');
    const listing = {
      scope: { list: 'postprocessing-jobs', filters, key: ['timestamp', 'text'] },
      select: `SELECT ${jobColumns} FROM nlp_post_jobs`,
      where,
      order: ['created_at::timestamptz', 'id::text'],
      direction: 'DESC',
      keyOf: (row: JobRow) => [row.created_at.toISOString(), row.id],
      itemOf: (row: JobRow) => jobOf(row).value,
    } as const;
    return readPage(database, listing, { cursor, limit }, clock());
  }

  async function find(tenant: string, id: string): Promise<Versioned<PostprocessingJob> | undefined> {
    const [row] = await database.query<JobRow>(
      `SELECT ${jobColumns} FROM nlp_post_jobs WHERE tenant_id = $1 AND id = $2`,
      [tenant, id],
    );
    return row && jobOf(row);
  }

  /** The job of an event that is there already is given back as it is. */
  async function create(tx: Queryable, job: NewJob): Promise<JobRow> {
    const { tenantId, recordingId, transcriptId, driver, options = {}, reason = null } = job;
    const { eventId = null, happenedAt, traceparent = null } = job;
    // Only the `DO UPDATE` that changes nothing gives back the row of a job that another transaction has just made.
    const [row] = await tx.query<JobRow>(
      `INSERT INTO nlp_post_jobs (id, tenant_id, recording_id, transcript_id, driver, options, reason, event_id, happened_at,
         traceparent, status, next_attempt_at, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'queued', $11, $11, $11)
       ON CONFLICT (event_id) DO UPDATE SET event_id = excluded.event_id
       RETURNING ${jobColumns}`,
      [
        ...[newId('job'), tenantId, recordingId, transcriptId, driver, JSON.stringify(options), reason],
        ...[eventId, happenedAt?.toISOString() ?? null, traceparent, clock().toISOString()],
      ],
    );
    if (row === undefined) throw new Error('An insert that updates always returns its row.');
    return row;
  }
}
