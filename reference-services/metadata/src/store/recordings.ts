import type { Queryable } from '../../../common/database/database.ts';
import type { StoreContext } from '../../../common/store/context.ts';
import { type PageRequest, type PageResult, readPage } from '../../../common/store/page.ts';
import {
  type Changed,
  missing,
  missingOrStale,
  type Removed,
  stale,
  type Versioned,
} from '../../../common/store/versioned.ts';
import { Where } from '../../../common/store/where.ts';
import type { Recording, RecordingCreate, RecordingReplace, RecordingStatus } from '../../generated/types.ts';
import { ownId } from './own-id.ts';
import { present } from './present.ts';
import { type RecordingRow, recordingColumns, recordingOf } from './recording-row.ts';

export interface RecordingQuery extends PageRequest {
  readonly status?: RecordingStatus | undefined;
  readonly language?: string | undefined;
  readonly label?: readonly string[] | undefined;
  readonly createdAfter?: string | undefined;
  readonly createdBefore?: string | undefined;
  readonly sha256?: string | undefined;
  readonly sort: '-createdAt' | 'createdAt';
}

/** What people may write; the rest of a recording belongs to the pipeline. */
export type RecordingEdit = RecordingReplace;

export type Recordings = ReturnType<typeof createRecordings>;

const select = `SELECT ${recordingColumns} FROM recordings`;
const isAsked = `tenant_id = $1 AND id = ${ownId({ tenant: '$1', id: '$2' })}`;

export function createRecordings({ database, clock, newId }: StoreContext) {
  return { list, find, create, change, remove };

  function list(tenant: string, query: RecordingQuery): Promise<PageResult<Recording>> {
    const { cursor, limit, sort, ...filters } = query;
    const where = new Where()
      .and('tenant_id = ?', tenant)
      .andIf(filters.status, 'status = ?')
      .andIf(filters.language, 'language = ?')
      .andIf(filters.label, 'labels @> ?::text[]')
      .andIf(filters.createdAfter, 'created_at >= ?::timestamptz')
      .andIf(filters.createdBefore, 'created_at < ?::timestamptz')
      .andIf(filters.sha256, 'sha256 = ?');
    const scope = { list: 'recordings', filters: { ...filters, sort }, key: ['timestamp', 'text'] } as const;
    const listing = {
      scope,
      select,
      where,
      order: ['created_at::timestamptz', 'id::text'],
      direction: sort === 'createdAt' ? 'ASC' : 'DESC',
      keyOf: (row: RecordingRow) => [row.created_at.toISOString(), row.id],
      itemOf: (row: RecordingRow) => recordingOf(row).value,
    } as const;
    return readPage(database, listing, { cursor, limit }, clock());
  }

  async function find(tenant: string, id: string): Promise<Versioned<Recording> | undefined> {
    const [row] = await database.query<RecordingRow>(`${select} WHERE ${isAsked}`, [tenant, id]);
    return row && recordingOf(row);
  }

  /** Nothing when the tenant has this content already. */
  async function create(
    tx: Queryable,
    tenant: string,
    body: RecordingCreate,
  ): Promise<Versioned<Recording> | undefined> {
    const [row] = await tx.query<RecordingRow>(
      `INSERT INTO recordings (id, tenant_id, title, status, media_type, language, size_bytes, duration_seconds,
         sample_rate_hz, channels, sha256, labels, recorded_at, created_at, updated_at)
       VALUES ($1, $2, $3, 'received', $4, $5, $6, $7, $8, $9, $10, $11::text[], $12::timestamptz, $13, $13)
       ON CONFLICT (tenant_id, sha256) DO NOTHING
       RETURNING ${recordingColumns}`,
      [
        newId('rec'),
        tenant,
        body.title ?? null,
        body.mediaType,
        body.language,
        body.sizeBytes,
        body.durationSeconds,
        body.sampleRateHz ?? null,
        body.channels ?? null,
        body.sha256,
        body.labels ?? [],
        body.recordedAt ?? null,
        clock().toISOString(),
      ],
    );
    return row && recordingOf(row);
  }

  async function change(
    tenant: string,
    id: string,
    version: number,
    edit: (current: RecordingEdit) => RecordingEdit,
  ): Promise<Changed<Recording>> {
    const current = await find(tenant, id);
    if (current === undefined) return missing;
    const { title, language, labels } = current.value;
    const next = edit({ ...present({ title: title ?? null }), language, labels });
    const [row] = await database.query<RecordingRow>(
      `UPDATE recordings SET title = $4, language = $5, labels = $6::text[], updated_at = $7, version = version + 1
       WHERE ${isAsked} AND version = $3
       RETURNING ${recordingColumns}`,
      [tenant, id, version, next.title ?? null, next.language, next.labels, clock().toISOString()],
    );
    return row === undefined ? stale : { kind: 'changed', ...recordingOf(row) };
  }

  /** Its transcripts and segments go with it, and no event brings it back. */
  async function remove(tenant: string, id: string, version: number): Promise<Removed> {
    const removed = await database.query(
      `WITH gone AS (DELETE FROM recordings WHERE ${isAsked} AND version = $3 RETURNING id),
         known_as AS (SELECT id FROM gone
           UNION SELECT alias FROM recording_aliases WHERE tenant_id = $1 AND recording_id IN (SELECT id FROM gone))
       INSERT INTO deleted_records (tenant_id, id, deleted_at) SELECT $1, id, $4::timestamptz FROM known_as
       ON CONFLICT (tenant_id, id) DO UPDATE SET deleted_at = excluded.deleted_at RETURNING id`,
      [tenant, id, version, clock().toISOString()],
    );
    if (removed.length > 0) return { kind: 'removed' };
    return missingOrStale(await database.query(`SELECT 1 FROM recordings WHERE ${isAsked}`, [tenant, id]));
  }
}
