import type { Queryable } from '../../../common/database/database.ts';
import type { RecordingIngested } from '../../../events/recording-ingested/generated/types.ts';
import { UnacceptableEvent } from '../unacceptable-event.ts';
import { locate } from './locate.ts';
import type { Outcome } from './recording-event.ts';

/** What the platform is for; an uploader may know better. */
const defaultLanguage = 'vi';

/**
 * Makes the record of a recording that was uploaded. A client may have recorded the same content before: then there is one
 * record, which the pipeline's id leads to as well.
 */
export async function keepRecording(tx: Queryable, event: RecordingIngested, now: Date): Promise<Outcome> {
  const { recordingId, sha256 } = event.data;
  const place = await locate(tx, event);
  if (place.kind === 'deleted') return 'ignored';
  if (await insert(tx, event, now)) return 'applied';
  const [twin] = await tx.query<{ id: string; tenant_id: string; sha256: string }>(
    `SELECT id, tenant_id, sha256 FROM recordings WHERE id = $2 OR (tenant_id = $1 AND sha256 = $3)
     ORDER BY id = $2 DESC LIMIT 1`,
    [event.tenantid, recordingId, sha256],
  );
  if (twin === undefined) throw new Error(`The recording ${recordingId} was in the way of itself and is gone.`);
  if (twin.sha256 !== sha256) throw new UnacceptableEvent(`The recording ${recordingId} is known with other content.`);
  if (twin.id === recordingId) return 'ignored';
  await tx.query(
    'INSERT INTO recording_aliases (tenant_id, alias, recording_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [event.tenantid, recordingId, twin.id],
  );
  await complete(tx, twin.id, event, now);
  return 'applied';
}

async function insert(tx: Queryable, { tenantid, data }: RecordingIngested, now: Date): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO recordings (id, tenant_id, title, status, media_type, language, size_bytes, duration_seconds,
       sample_rate_hz, channels, sha256, labels, recorded_at, created_at, updated_at)
     VALUES ($1, $2, $3, 'received', $4, $5, $6, $7, $8, $9, $10, $11::text[], $12::timestamptz, $13,
       greatest($13::timestamptz, $14))
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      ...[data.recordingId, tenantid, data.title ?? null, data.mediaType, data.language ?? defaultLanguage],
      ...[data.sizeBytes, data.durationSeconds, data.sampleRateHz ?? null, data.channels ?? null, data.sha256],
      ...[data.labels ?? [], data.recordedAt ?? null, data.ingestedAt, now.toISOString()],
    ],
  );
  return rows.length > 0;
}

/** What the client left out and the upload has found; what people wrote stays. */
async function complete(tx: Queryable, id: string, { tenantid, data }: RecordingIngested, now: Date): Promise<void> {
  await tx.query(
    `UPDATE recordings SET title = coalesce(title, $3), sample_rate_hz = coalesce(sample_rate_hz, $4),
       channels = coalesce(channels, $5), recorded_at = coalesce(recorded_at, $6::timestamptz), updated_at = $7,
       version = version + 1
     WHERE tenant_id = $1 AND id = $2 AND ((title IS NULL AND $3::text IS NOT NULL)
       OR (sample_rate_hz IS NULL AND $4::integer IS NOT NULL) OR (channels IS NULL AND $5::integer IS NOT NULL)
       OR (recorded_at IS NULL AND $6::timestamptz IS NOT NULL))`,
    [
      ...[tenantid, id, data.title ?? null, data.sampleRateHz ?? null, data.channels ?? null],
      ...[data.recordedAt ?? null, now.toISOString()],
    ],
  );
}
