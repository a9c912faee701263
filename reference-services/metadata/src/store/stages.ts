import type { Queryable } from '../../../common/database/database.ts';
import type { RecordingStatus } from '../../generated/types.ts';

export interface Stage {
  readonly tenant: string;
  /** The id of the recording's own row. */
  readonly recordingId: string;
  readonly transcriptId: string;
  readonly status: RecordingStatus;
  /** Why, where people have to know. */
  readonly detail?: string;
  readonly happenedAt: Date;
}

const inOrder = "ARRAY['received', 'transcribing', 'postprocessing', 'indexing', 'ready']";

/**
 * Says how far the pipeline has brought a recording. What happened before the stage that is known changes nothing, unless it is
 * a later stage of the same transcript: the clocks of two services may differ. The version counts only if people see a change.
 */
export async function advance(tx: Queryable, stage: Stage, now: Date): Promise<boolean> {
  const { tenant, recordingId, transcriptId, status, detail = null, happenedAt } = stage;
  const rows = await tx.query(
    `UPDATE recordings SET status = $3, status_detail = $4, stage_at = $5, stage_transcript_id = $6,
       updated_at = CASE WHEN (status, status_detail) IS DISTINCT FROM ($3, $4::text) THEN $7::timestamptz ELSE updated_at END,
       version = version + CASE WHEN (status, status_detail) IS DISTINCT FROM ($3, $4::text) THEN 1 ELSE 0 END
     WHERE tenant_id = $1 AND id = $2 AND (stage_at IS NULL OR stage_at <= $5 OR (stage_transcript_id = $6
       AND array_position(${inOrder}, status) < array_position(${inOrder}, $3)))
     RETURNING id`,
    [tenant, recordingId, status, detail, happenedAt.toISOString(), transcriptId, now.toISOString()],
  );
  return rows.length > 0;
}
