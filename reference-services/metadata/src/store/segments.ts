import type { Queryable } from '../../../common/database/database.ts';
import type { StoreContext } from '../../../common/store/context.ts';
import { type PageRequest, type PageResult, readPage } from '../../../common/store/page.ts';
import { type Changed, type Missing, missing, stale, type Versioned } from '../../../common/store/versioned.ts';
import { Where } from '../../../common/store/where.ts';
import type { Segment, SegmentCreate, Transcript } from '../../generated/types.ts';
import { type SegmentRow, segmentColumns, segmentOf } from './segment-row.ts';

export interface SegmentQuery extends PageRequest {
  readonly speakerId?: string | undefined;
  readonly fromSeconds?: number | undefined;
  readonly toSeconds?: number | undefined;
}

/** Where new segments belong. */
export interface SegmentParent {
  readonly tenant: string;
  readonly recordingId: string;
  readonly transcriptId: string;
  /** The position of the first of them. */
  readonly first: number;
}

export type SegmentEdit = Pick<Segment, 'text' | 'startSeconds' | 'endSeconds' | 'speakerId' | 'words'>;
export type Reserved = { readonly kind: 'reserved' } & SegmentParent;
export type Segments = ReturnType<typeof createSegments>;

/** As many as `Transcript.segmentCount` can say. */
export const mostSegments = 100_000;

const select = `SELECT ${segmentColumns} FROM segments`;

export function createSegments({ database, clock, newId }: StoreContext) {
  return { list, find, all, reserve, insert, change };

  function list(tenant: string, transcriptId: string, query: SegmentQuery): Promise<PageResult<Segment>> {
    const { cursor, limit, ...filters } = query;
    const where = new Where()
      .and('tenant_id = ?', tenant)
      .and('transcript_id = ?', transcriptId)
      .andIf(filters.speakerId, 'speaker_id = ?')
      .andIf(filters.fromSeconds, 'end_seconds > ?::double precision')
      .andIf(filters.toSeconds, 'start_seconds < ?::double precision');
    const listing = {
      scope: { list: 'segments', filters: { ...filters, transcriptId }, key: ['integer'] },
      select,
      where,
      order: ['position::integer'],
      direction: 'ASC',
      keyOf: (row: SegmentRow) => [row.position],
      itemOf: (row: SegmentRow) => segmentOf(row).value,
    } as const;
    return readPage(database, listing, { cursor, limit }, clock());
  }

  async function find(tenant: string, id: string): Promise<Versioned<Segment> | undefined> {
    const [row] = await database.query<SegmentRow>(`${select} WHERE tenant_id = $1 AND id = $2`, [tenant, id]);
    return row && segmentOf(row);
  }

  /** All of a transcript, in their order. */
  async function all(
    tx: Queryable,
    { tenantId, id }: Pick<Transcript, 'id' | 'tenantId'>,
  ): Promise<readonly Segment[]> {
    const rows = await tx.query<SegmentRow>(`${select} WHERE tenant_id = $1 AND transcript_id = $2 ORDER BY position`, [
      tenantId,
      id,
    ]);
    return rows.map((row) => segmentOf(row).value);
  }

  /** Takes the next `count` positions of a draft. The row's lock makes other appends to it wait for this transaction. */
  async function reserve(
    tx: Queryable,
    tenant: string,
    transcriptId: string,
    count: number,
  ): Promise<Reserved | Missing | { readonly kind: 'not-draft' } | { readonly kind: 'full' }> {
    const [row] = await tx.query<{ first: number; recording_id: string }>(
      `UPDATE transcripts SET segment_count = segment_count + $3::integer, unpublished = true, updated_at = $4,
         version = version + 1
       WHERE tenant_id = $1 AND id = $2 AND status = 'draft' AND segment_count + $3::integer <= ${mostSegments}
       RETURNING segment_count - $3::integer AS first, recording_id`,
      [tenant, transcriptId, count, clock().toISOString()],
    );
    if (row !== undefined)
      return { kind: 'reserved', tenant, transcriptId, recordingId: row.recording_id, first: row.first };
    const [found] = await tx.query<{ status: string }>(
      'SELECT status FROM transcripts WHERE tenant_id = $1 AND id = $2',
      [tenant, transcriptId],
    );
    if (found === undefined) return missing;
    return { kind: found.status === 'draft' ? 'full' : 'not-draft' };
  }

  /** All of them in one statement, in the order given. */
  async function insert(tx: Queryable, parent: SegmentParent, segments: readonly SegmentCreate[]): Promise<Segment[]> {
    if (segments.length === 0) return [];
    const { tenant, transcriptId, recordingId, first } = parent;
    const now = clock().toISOString();
    const stored = segments.map(({ text, ...rest }, index) => ({
      ...{ id: newId('seg'), transcriptId, recordingId, index: first + index, text: text.normalize('NFC') },
      ...rest,
      ...{ createdAt: now, updatedAt: now },
    }));
    await tx.query(
      `INSERT INTO segments (id, tenant_id, transcript_id, recording_id, position, text, start_seconds, end_seconds,
         confidence, speaker_id, words, created_at, updated_at)
       SELECT id, $2, $3, $4, "index", text, "startSeconds", "endSeconds", confidence, "speakerId", words,
         $5::timestamptz, $5::timestamptz
       FROM jsonb_to_recordset($1::jsonb) AS s (id text, "index" integer, text text, "startSeconds" double precision,
         "endSeconds" double precision, confidence double precision, "speakerId" text, words jsonb)`,
      [JSON.stringify(stored), tenant, transcriptId, recordingId, now],
    );
    return stored;
  }

  /** `edit` may refuse, by throwing what the caller understands. It runs in the transaction that writes. */
  function change<Refusal>(
    tenant: string,
    id: string,
    version: number,
    edit: (
      current: SegmentEdit,
      tx: Queryable,
    ) => Promise<{ readonly kind: 'edit'; readonly edit: SegmentEdit } | Refusal>,
  ): Promise<Changed<Segment> | Refusal> {
    return database.transaction(async (tx) => {
      const [found] = await tx.query<SegmentRow>(`${select} WHERE tenant_id = $1 AND id = $2`, [tenant, id]);
      if (found === undefined) return missing;
      if (found.version !== version) return stale;
      const outcome = await edit(segmentOf(found).value, tx);
      if (!isEdit(outcome)) return outcome;
      const next = outcome.edit;
      const [row] = await tx.query<SegmentRow>(
        `UPDATE segments SET text = $4, start_seconds = $5, end_seconds = $6, speaker_id = $7, words = $8::jsonb,
           updated_at = $9, corrected_at = $9, version = version + 1
         WHERE tenant_id = $1 AND id = $2 AND version = $3
         RETURNING ${segmentColumns}`,
        [
          tenant,
          id,
          version,
          next.text.normalize('NFC'),
          next.startSeconds,
          next.endSeconds,
          next.speakerId ?? null,
          next.words === undefined ? null : JSON.stringify(next.words),
          clock().toISOString(),
        ],
      );
      return row === undefined ? stale : { kind: 'changed', ...segmentOf(row) };
    });
  }
}

function isEdit<T>(
  outcome: { readonly kind: 'edit'; readonly edit: SegmentEdit } | T,
): outcome is { readonly kind: 'edit'; readonly edit: SegmentEdit } {
  return typeof outcome === 'object' && outcome !== null && 'kind' in outcome && outcome.kind === 'edit';
}
