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
import type { Transcript, TranscriptCreate, TranscriptStatus } from '../../generated/types.ts';
import { present } from './present.ts';

export interface TranscriptQuery extends PageRequest {
  readonly status?: TranscriptStatus | undefined;
}

export type TranscriptEdit = Pick<Transcript, 'status' | 'language'>;

export type Transcripts = ReturnType<typeof createTranscripts>;

interface TranscriptRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly recording_id: string;
  readonly status: TranscriptStatus;
  readonly language: string;
  readonly model_id: string | null;
  readonly model_version: string | null;
  readonly confidence: number | null;
  readonly segment_count: number;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly version: number;
}

const columns = `id, tenant_id, recording_id, status, language, model_id, model_version, confidence, segment_count,
  created_at, updated_at, version`;
const select = `SELECT ${columns} FROM transcripts`;

export function createTranscripts({ database, clock, newId }: StoreContext) {
  return { list, find, create, change, remove };

  function list(tenant: string, recordingId: string, query: TranscriptQuery): Promise<PageResult<Transcript>> {
    const { status, ...request } = query;
    const where = new Where()
      .and('tenant_id = ?', tenant)
      .and('recording_id = ?', recordingId)
      .andIf(status, 'status = ?');
    const listing = {
      scope: { list: 'transcripts', filters: { recordingId, status }, key: ['timestamp', 'text'] },
      select,
      where,
      order: ['created_at::timestamptz', 'id::text'],
      direction: 'DESC',
      keyOf: (row: TranscriptRow) => [row.created_at.toISOString(), row.id],
      itemOf: (row: TranscriptRow) => transcriptOf(row).value,
    } as const;
    return readPage(database, listing, request, clock());
  }

  async function find(tenant: string, id: string): Promise<Versioned<Transcript> | undefined> {
    const [row] = await database.query<TranscriptRow>(`${select} WHERE tenant_id = $1 AND id = $2`, [tenant, id]);
    return row && transcriptOf(row);
  }

  /** Nothing when the tenant has no such recording. The caller stores the segments in the same transaction. */
  async function create(
    tx: Queryable,
    tenant: string,
    recordingId: string,
    body: TranscriptCreate,
  ): Promise<Versioned<Transcript> | undefined> {
    const [row] = await tx.query<TranscriptRow>(
      `INSERT INTO transcripts (id, tenant_id, recording_id, status, language, model_id, model_version, confidence,
         segment_count, created_at, updated_at)
       SELECT $1, tenant_id, id, 'draft', $4, $5, $6, $7::double precision, $8::integer, $9::timestamptz, $9::timestamptz
       FROM recordings WHERE tenant_id = $2 AND id = $3 FOR KEY SHARE
       RETURNING ${columns}`,
      [
        newId('trn'),
        tenant,
        recordingId,
        body.language,
        body.modelId ?? null,
        body.modelVersion ?? null,
        body.confidence ?? null,
        body.segments?.length ?? 0,
        clock().toISOString(),
      ],
    );
    return row && transcriptOf(row);
  }

  /** `edit` may refuse by answering nothing. */
  async function change(
    tenant: string,
    id: string,
    version: number,
    edit: (current: TranscriptEdit) => TranscriptEdit | undefined,
  ): Promise<Changed<Transcript> | { readonly kind: 'refused' }> {
    const current = await find(tenant, id);
    if (current === undefined) return missing;
    if (current.version !== version) return stale;
    const next = edit({ status: current.value.status, language: current.value.language });
    if (next === undefined) return { kind: 'refused' };
    const [row] = await database.query<TranscriptRow>(
      `UPDATE transcripts SET status = $4, language = $5, updated_at = $6, version = version + 1
       WHERE tenant_id = $1 AND id = $2 AND version = $3
       RETURNING ${columns}`,
      [tenant, id, version, next.status, next.language, clock().toISOString()],
    );
    return row === undefined ? stale : { kind: 'changed', ...transcriptOf(row) };
  }

  /** Its segments go with it. */
  async function remove(tenant: string, id: string, version: number): Promise<Removed> {
    const removed = await database.query(
      'DELETE FROM transcripts WHERE tenant_id = $1 AND id = $2 AND version = $3 RETURNING id',
      [tenant, id, version],
    );
    if (removed.length > 0) return { kind: 'removed' };
    return missingOrStale(
      await database.query('SELECT 1 FROM transcripts WHERE tenant_id = $1 AND id = $2', [tenant, id]),
    );
  }
}

function transcriptOf(row: TranscriptRow): Versioned<Transcript> {
  const value: Transcript = {
    id: row.id,
    recordingId: row.recording_id,
    tenantId: row.tenant_id,
    status: row.status,
    language: row.language,
    ...present({ modelId: row.model_id, modelVersion: row.model_version, confidence: row.confidence }),
    segmentCount: row.segment_count,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
  return { value, version: row.version };
}
