import type { Queryable } from '../../../common/database/database.ts';
import type { Recognised, Sentence } from '../events/sentences.ts';
import { UnacceptableEvent } from '../unacceptable-event.ts';

export interface TranscriptPlace {
  readonly tenant: string;
  /** The id of the recording's own row. */
  readonly recordingId: string;
  readonly transcriptId: string;
}

/** What the pipeline has said of a transcript, and when. */
export interface Sources {
  readonly recognised: readonly Recognised[] | undefined;
  readonly recognisedAt: Date | undefined;
  readonly processed: readonly Sentence[] | undefined;
  readonly processedAt: Date | undefined;
}

/** A transcript that is there. */
export interface KnownTranscript extends Sources {
  /** Whether a person has corrected segments since the pipeline was told of them last. */
  readonly isCorrected: boolean;
}

interface Row {
  readonly tenant_id: string;
  readonly recording_id: string;
  readonly published_segments: number | null;
  readonly is_corrected: boolean;
  readonly recognised: readonly Recognised[] | null;
  readonly recognised_at: Date | null;
  readonly processed: readonly Sentence[] | null;
  readonly processed_at: Date | null;
}

/** Nothing when it is not there. Otherwise it is ours until the transaction ends. */
export async function lockTranscript(
  tx: Queryable,
  { tenant, recordingId, transcriptId }: TranscriptPlace,
): Promise<KnownTranscript | undefined> {
  const [row] = await tx.query<Row>(
    `SELECT t.tenant_id, t.recording_id, t.published_segments, s.recognised, s.recognised_at, s.processed, s.processed_at,
       EXISTS (SELECT 1 FROM segments c WHERE c.tenant_id = t.tenant_id AND c.transcript_id = t.id
         AND c.corrected_at > coalesce(t.published_at, '-infinity')) AS is_corrected
     FROM transcripts t LEFT JOIN transcript_sources s ON s.tenant_id = t.tenant_id AND s.transcript_id = t.id
     WHERE t.id = $1 FOR UPDATE OF t`,
    [transcriptId],
  );
  if (row === undefined) return undefined;
  if (row.tenant_id !== tenant || row.recording_id !== recordingId) {
    throw new UnacceptableEvent(`The transcript ${transcriptId} belongs to another recording.`);
  }
  const published = row.published_segments;
  return {
    isCorrected: row.is_corrected,
    recognised: published === null ? (row.recognised ?? undefined) : await readPublished(tx, transcriptId, published),
    recognisedAt: row.recognised_at ?? undefined,
    processed: row.processed ?? undefined,
    processedAt: row.processed_at ?? undefined,
  };
}

/** What a client put in, as the pipeline was told of it: nobody has changed it since, but for what was appended. */
async function readPublished(tx: Queryable, transcriptId: string, count: number): Promise<readonly Recognised[]> {
  const [row] = await tx.query<{ recognised: readonly Recognised[] | null }>(
    `SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', id, 'startSeconds', start_seconds,
       'endSeconds', end_seconds, 'confidence', confidence, 'speakerId', speaker_id, 'words', words))
       ORDER BY position) AS recognised
     FROM segments WHERE transcript_id = $1 AND position < $2`,
    [transcriptId, count],
  );
  return row?.recognised ?? [];
}

/** Keeps what the segments are made of now. */
export async function keepSources(
  tx: Queryable,
  { tenant, transcriptId }: TranscriptPlace,
  { recognised, recognisedAt, processed, processedAt }: Sources,
): Promise<void> {
  await tx.query(
    `INSERT INTO transcript_sources (tenant_id, transcript_id, recognised, recognised_at, processed, processed_at)
     VALUES ($1, $2, $3::json, $4, $5::json, $6)
     ON CONFLICT (tenant_id, transcript_id) DO UPDATE SET recognised = excluded.recognised,
       recognised_at = excluded.recognised_at, processed = excluded.processed, processed_at = excluded.processed_at`,
    [
      ...[tenant, transcriptId],
      ...[recognised && JSON.stringify(recognised), recognisedAt?.toISOString()],
      ...[processed && JSON.stringify(processed), processedAt?.toISOString()],
    ].map((value) => value ?? null),
  );
}
