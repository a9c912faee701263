import type { Queryable } from '../../../common/database/database.ts';
import type { TranscriptPlace } from './transcript-sources.ts';

export interface NewTranscript {
  readonly language: string;
  readonly createdAt: string;
  readonly now: Date;
}

/** A transcript that the pipeline made: it is whole, and nothing of it has to be published. */
export async function insertTranscript(
  tx: Queryable,
  { tenant, recordingId, transcriptId }: TranscriptPlace,
  { language, createdAt, now }: NewTranscript,
): Promise<void> {
  await tx.query(
    `INSERT INTO transcripts (id, tenant_id, recording_id, status, language, unpublished, created_at, updated_at)
     VALUES ($1, $2, $3, 'completed', $4, false, $5::timestamptz, greatest($5::timestamptz, $6::timestamptz))`,
    [transcriptId, tenant, recordingId, language, createdAt, now.toISOString()],
  );
}

export interface Reading {
  readonly modelId: string;
  readonly modelVersion: string;
  readonly confidence?: number | undefined;
  /** When it was finished; sentences that came before it have made the transcript already. */
  readonly completedAt: string;
}

export interface TranscriptUpdate {
  readonly reading?: Reading | undefined;
  readonly segmentCount: number;
  readonly now: Date;
}

/** What has become of a transcript by an event, which answers what was published of it. The version counts only if people see a change. */
export async function updateTranscript(
  tx: Queryable,
  { tenant, transcriptId }: TranscriptPlace,
  { reading, segmentCount, now }: TranscriptUpdate,
): Promise<void> {
  const { modelId = null, modelVersion = null, confidence = null, completedAt = null } = reading ?? {};
  await tx.query(
    `WITH next AS (SELECT *, (model_id, model_version, confidence, segment_count, created_at) IS DISTINCT FROM
         (now_model_id, now_model_version, now_confidence, $6::integer, now_created_at) AS is_new
       FROM (SELECT *, coalesce($3, model_id) AS now_model_id, coalesce($4, model_version) AS now_model_version,
           coalesce($5::double precision, confidence) AS now_confidence,
           least(created_at, $8::timestamptz) AS now_created_at
         FROM transcripts WHERE tenant_id = $1 AND id = $2) AS known)
     UPDATE transcripts t SET model_id = now_model_id, model_version = now_model_version, confidence = now_confidence,
       segment_count = $6::integer, created_at = now_created_at, published_segments = NULL,
       updated_at = CASE WHEN is_new THEN $7 ELSE t.updated_at END,
       version = t.version + CASE WHEN is_new THEN 1 ELSE 0 END
     FROM next WHERE t.id = next.id`,
    [tenant, transcriptId, modelId, modelVersion, confidence, segmentCount, now.toISOString(), completedAt],
  );
}
