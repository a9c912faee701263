import type { Queryable, Transaction } from '../../../common/database/database.ts';
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
import { ownId } from './own-id.ts';
import { present } from './present.ts';

export interface TranscriptQuery extends PageRequest {
  readonly status?: TranscriptStatus | undefined;
}

export type TranscriptEdit = Pick<Transcript, 'status' | 'language'>;

export type Transcripts = ReturnType<typeof createTranscripts>;

/** What else is told of a transcript that is published. */
export interface RecordingFacts {
  readonly durationSeconds: number;
  /** The id by which the pipeline knows the recording. */
  readonly pipelineId: string;
}

export interface NewTranscript extends Versioned<Transcript> {
  readonly recording: RecordingFacts;
}

/** What is done in the transaction of a change that the pipeline has to be told of. */
export type Announce = (tx: Transaction, transcript: Transcript, recording: RecordingFacts) => Promise<void>;

interface FactsRow {
  readonly duration_seconds: number;
  readonly pipeline_id: string;
}

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

  /**
   * Nothing when the tenant has no such recording. The caller stores the segments in the same transaction, and publishes the
   * transcript when there are any.
   */
  async function create(
    tx: Queryable,
    tenant: string,
    recordingId: string,
    body: TranscriptCreate,
  ): Promise<NewTranscript | undefined> {
    const count = body.segments?.length ?? 0;
    const [row] = await tx.query<TranscriptRow & FactsRow>(
      `WITH recording AS (
         SELECT id, tenant_id, duration_seconds, ${pipelineId('recordings')} AS pipeline_id FROM recordings
         WHERE tenant_id = $2 AND id = ${ownId({ tenant: '$2', id: '$3' })} FOR KEY SHARE)
       INSERT INTO transcripts (id, tenant_id, recording_id, status, language, model_id, model_version, confidence,
         segment_count, created_at, updated_at, unpublished, published_at, published_segments)
       SELECT $1, tenant_id, id, 'draft', $4, $5, $6, $7::double precision, $8::integer, $9::timestamptz, $9::timestamptz,
         $8::integer = 0, CASE WHEN $8::integer > 0 THEN $9::timestamptz END, nullif($8::integer, 0)
       FROM recording
       RETURNING ${columns}, (SELECT duration_seconds FROM recording), (SELECT pipeline_id FROM recording)`,
      [
        newId('trn'),
        tenant,
        recordingId,
        body.language,
        body.modelId ?? null,
        body.modelVersion ?? null,
        body.confidence ?? null,
        count,
        clock().toISOString(),
      ],
    );
    return row && { ...transcriptOf(row), recording: factsOf(row) };
  }

  /**
   * `edit` may refuse by answering nothing. `announce` is called when the transcript is no draft and something has changed
   * since it was published: its language, its segments, or that it never was.
   */
  function change(
    tenant: string,
    id: string,
    version: number,
    edit: (current: TranscriptEdit) => TranscriptEdit | undefined,
    announce: Announce,
  ): Promise<Changed<Transcript> | { readonly kind: 'refused' }> {
    return database.transaction(async (tx) => {
      const current = await findChanging(tx, tenant, id);
      if (current === undefined) return missing;
      if (current.version !== version) return stale;
      const next = edit({ status: current.status, language: current.language });
      if (next === undefined) return { kind: 'refused' };
      const hasChanged = current.has_changes || next.language !== current.language;
      const isPublished = hasChanged && next.status !== 'draft';
      const [row] = await tx.query<TranscriptRow>(
        `UPDATE transcripts SET status = $4, language = $5, updated_at = $6, version = version + 1, unpublished = $7,
           published_at = CASE WHEN $8 THEN $6::timestamptz ELSE published_at END,
           published_segments = CASE WHEN $8 THEN segment_count ELSE published_segments END
         WHERE tenant_id = $1 AND id = $2 AND version = $3
         RETURNING ${columns}`,
        [
          tenant,
          id,
          version,
          next.status,
          next.language,
          clock().toISOString(),
          hasChanged && !isPublished,
          isPublished,
        ],
      );
      if (row === undefined) return stale;
      const changed = transcriptOf(row);
      if (isPublished) await announce(tx, changed.value, factsOf(current));
      return { kind: 'changed', ...changed };
    });
  }

  async function findChanging(tx: Queryable, tenant: string, id: string) {
    const [row] = await tx.query<TranscriptRow & FactsRow & { has_changes: boolean }>(
      `SELECT t.*, r.duration_seconds, ${pipelineId('r')} AS pipeline_id,
         t.unpublished OR EXISTS (SELECT 1 FROM segments s WHERE s.tenant_id = t.tenant_id AND s.transcript_id = t.id
           AND s.corrected_at > coalesce(t.published_at, '-infinity')) AS has_changes
       FROM transcripts t JOIN recordings r ON r.tenant_id = t.tenant_id AND r.id = t.recording_id
       WHERE t.tenant_id = $1 AND t.id = $2 FOR UPDATE OF t`,
      [tenant, id],
    );
    return row;
  }

  /** Its segments go with it, and no event brings it back. */
  async function remove(tenant: string, id: string, version: number): Promise<Removed> {
    const removed = await database.query(
      `WITH gone AS (DELETE FROM transcripts WHERE tenant_id = $1 AND id = $2 AND version = $3 RETURNING id)
       INSERT INTO deleted_records (tenant_id, id, deleted_at) SELECT $1, id, $4::timestamptz FROM gone
       ON CONFLICT (tenant_id, id) DO UPDATE SET deleted_at = excluded.deleted_at RETURNING id`,
      [tenant, id, version, clock().toISOString()],
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

/** SQL for the id by which the pipeline knows a recording: the newest, if it has several. */
function pipelineId(recordings: 'r' | 'recordings'): string {
  return `coalesce((SELECT max(alias) FROM recording_aliases a
    WHERE a.tenant_id = ${recordings}.tenant_id AND a.recording_id = ${recordings}.id), ${recordings}.id)`;
}

function factsOf({ duration_seconds, pipeline_id }: FactsRow): RecordingFacts {
  return { durationSeconds: duration_seconds, pipelineId: pipeline_id };
}
