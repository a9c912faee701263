import type { Queryable } from '../../../common/database/database.ts';
import type { Segment, SegmentCreate } from '../../generated/types.ts';
import { UnacceptableEvent } from '../unacceptable-event.ts';
import { lockSpeakers } from './speakers.ts';
import type { TranscriptPlace } from './transcript-sources.ts';

/** A segment with an id that it has already. */
export type SegmentRecord = Pick<Segment, 'id'> & SegmentCreate;

const columnsOfRecord = `id text, position integer, text text, "startSeconds" double precision,
  "endSeconds" double precision, confidence double precision, "speakerId" text, words jsonb`;

export interface Replacement {
  readonly segments: readonly SegmentRecord[];
  /** What the transcript was made of before: those of them that are not among the new ones go. */
  readonly known: ReadonlySet<string>;
  readonly now: Date;
}

/**
 * Makes these the segments of the transcript, in this order. One that is the same stays as it is, with its version; one that
 * has changed keeps its id; the others come and go. What a client has appended in the meantime stays behind them. Returns how
 * many there are.
 */
export async function replaceSegments(
  tx: Queryable,
  place: TranscriptPlace,
  { segments, known, now }: Replacement,
): Promise<number> {
  const next = new Set(segments.map(({ id }) => id));
  if (next.size < segments.length) throw new UnacceptableEvent('Two segments have the same id.');
  const there = await listIds(tx, place);
  const gone = there.filter((id) => !next.has(id) && known.has(id));
  const appended = there.filter((id) => !next.has(id) && !known.has(id));
  const all = [...segments, ...(await readRecords(tx, place.tenant, appended))];
  const named = await withKnownSpeakers(tx, place.tenant, all);
  const records = JSON.stringify(named.map((segment, position) => ({ ...segment, position })));
  if (gone.length > 0) await remove(tx, place, gone);
  if (there.length > gone.length) await change(tx, { place, records, now });
  const count = all.length - (there.length - gone.length);
  if (count > 0) await add(tx, { place, records, now }, { there, count });
  return all.length;
}

interface Writing {
  readonly place: TranscriptPlace;
  /** The segments that there are to be, as JSON. */
  readonly records: string;
  readonly now: Date;
}

async function listIds(tx: Queryable, { tenant, transcriptId }: TranscriptPlace): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    'SELECT id FROM segments WHERE tenant_id = $1 AND transcript_id = $2 ORDER BY position',
    [tenant, transcriptId],
  );
  return rows.map(({ id }) => id);
}

async function remove(tx: Queryable, { tenant, transcriptId }: TranscriptPlace, ids: readonly string[]): Promise<void> {
  await tx.query('DELETE FROM segments WHERE tenant_id = $1 AND transcript_id = $2 AND id = ANY($3::text[])', [
    ...[tenant, transcriptId],
    ids,
  ]);
}

async function change(tx: Queryable, { place, records, now }: Writing): Promise<void> {
  await tx.query(
    `UPDATE segments s SET position = n.position, text = n.text, start_seconds = n."startSeconds",
       end_seconds = n."endSeconds", confidence = n.confidence, speaker_id = n."speakerId", words = n.words,
       updated_at = $4, version = s.version + 1
     FROM jsonb_to_recordset($3::jsonb) AS n (${columnsOfRecord})
     WHERE s.tenant_id = $1 AND s.transcript_id = $2 AND s.id = n.id
       AND (s.position, s.text, s.start_seconds, s.end_seconds, s.confidence, s.speaker_id, s.words) IS DISTINCT FROM
         (n.position, n.text, n."startSeconds", n."endSeconds", n.confidence, n."speakerId", n.words)`,
    [place.tenant, place.transcriptId, records, now.toISOString()],
  );
}

async function add(
  tx: Queryable,
  { place, records, now }: Writing,
  { there, count }: { readonly there: readonly string[]; readonly count: number },
): Promise<void> {
  const inserted = await tx.query(
    `INSERT INTO segments (id, tenant_id, transcript_id, recording_id, position, text, start_seconds, end_seconds,
       confidence, speaker_id, words, created_at, updated_at)
     SELECT id, $1, $2, $4, position, text, "startSeconds", "endSeconds", confidence, "speakerId", words,
       $5::timestamptz, $5::timestamptz
     FROM jsonb_to_recordset($3::jsonb) AS n (${columnsOfRecord})
     WHERE NOT (id = ANY($6::text[]))
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [place.tenant, place.transcriptId, records, place.recordingId, now.toISOString(), there],
  );
  if (inserted.length < count) throw new UnacceptableEvent('A segment has the id of one of another transcript.');
}

/** A speaker whom the tenant does not have, or has no more, is nobody. */
async function withKnownSpeakers(
  tx: Queryable,
  tenant: string,
  segments: readonly SegmentRecord[],
): Promise<readonly SegmentRecord[]> {
  const named = new Set(segments.flatMap(({ speakerId }) => speakerId ?? []));
  const known = await lockSpeakers(tx, tenant, [...named]);
  return segments.map((segment) => {
    const { speakerId, ...rest } = segment;
    return speakerId === undefined || known.has(speakerId) ? segment : rest;
  });
}

async function readRecords(tx: Queryable, tenant: string, ids: readonly string[]): Promise<readonly SegmentRecord[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query<{ record: SegmentRecord }>(
    `SELECT ${recordSql} AS record FROM segments WHERE tenant_id = $1 AND id = ANY($2::text[]) ORDER BY position`,
    [tenant, ids],
  );
  return rows.map(({ record }) => record);
}

/** A row as a `SegmentRecord` in JSON, which leaves out what it does not have. */
const recordSql = `jsonb_strip_nulls(jsonb_build_object('id', id, 'text', text, 'startSeconds', start_seconds,
  'endSeconds', end_seconds, 'confidence', confidence, 'speakerId', speaker_id, 'words', words))`;
