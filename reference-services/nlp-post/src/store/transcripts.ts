import type { Queryable } from '../../../common/database/database.ts';
import type { TranscribedSegment } from '../../../events/transcription-completed/generated/types.ts';

/** A transcript as it was recognised last. */
export interface StoredTranscript {
  readonly tenantId: string;
  readonly id: string;
  readonly recordingId: string;
  readonly language: string;
  readonly segments: readonly TranscribedSegment[];
  readonly happenedAt: Date;
}

interface TranscriptRow {
  readonly tenant_id: string;
  readonly id: string;
  readonly recording_id: string;
  readonly language: string;
  readonly segments: string;
  readonly happened_at: Date;
}

const columns = 'tenant_id, id, recording_id, language, segments, happened_at';

/** Keeps the transcript unless a later event has written it already: a redelivery may come after that. */
export async function keepTranscript(tx: Queryable, transcript: StoredTranscript): Promise<void> {
  const { tenantId, id, recordingId, language, segments, happenedAt } = transcript;
  await tx.query(
    `INSERT INTO nlp_post_transcripts (${columns}) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (tenant_id, id) DO UPDATE SET language = excluded.language, segments = excluded.segments,
       happened_at = excluded.happened_at
     WHERE nlp_post_transcripts.happened_at <= excluded.happened_at`,
    [tenantId, id, recordingId, language, JSON.stringify(segments), happenedAt.toISOString()],
  );
}

export async function findTranscript(
  database: Queryable,
  tenant: string,
  id: string,
): Promise<StoredTranscript | undefined> {
  const [row] = await database.query<TranscriptRow>(
    `SELECT ${columns} FROM nlp_post_transcripts WHERE tenant_id = $1 AND id = $2`,
    [tenant, id],
  );
  if (row === undefined) return undefined;
  const { tenant_id: tenantId, recording_id: recordingId, language, happened_at: happenedAt } = row;
  // Written by keepTranscript alone, from an event that was held against its contract.
  const segments = JSON.parse(row.segments) as readonly TranscribedSegment[];
  return { tenantId, id: row.id, recordingId, language, segments, happenedAt };
}

export interface Announced {
  readonly happenedAt: Date;
  readonly fingerprint: string | null;
}

/** What was announced of the transcript last. Until the transaction ends, nobody else announces anything of it. */
export async function lockAnnounced(tx: Queryable, tenant: string, id: string): Promise<Announced | undefined> {
  const [row] = await tx.query<{ readonly happened_at: Date; readonly announced_fingerprint: string | null }>(
    'SELECT happened_at, announced_fingerprint FROM nlp_post_transcripts WHERE tenant_id = $1 AND id = $2 FOR UPDATE',
    [tenant, id],
  );
  return row && { happenedAt: row.happened_at, fingerprint: row.announced_fingerprint };
}

export async function noteAnnounced(tx: Queryable, tenant: string, id: string, fingerprint: string): Promise<void> {
  await tx.query('UPDATE nlp_post_transcripts SET announced_fingerprint = $3 WHERE tenant_id = $1 AND id = $2', [
    ...[tenant, id, fingerprint],
  ]);
}
