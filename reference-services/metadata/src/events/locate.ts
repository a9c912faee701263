import type { Queryable } from '../../../common/database/database.ts';
import { ownId } from '../store/own-id.ts';
import { UnacceptableEvent } from '../unacceptable-event.ts';
import type { RecordingEvent } from './recording-event.ts';

export type Located =
  | { readonly kind: 'known'; readonly recordingId: string }
  | { readonly kind: 'unknown' }
  /** A person deleted the recording or the transcript that the event is about. */
  | { readonly kind: 'deleted' };

/** The recording that an event is about, by the id of its own row. The events of a recording take turns from here on. */
export async function locate(tx: Queryable, { tenantid, data }: RecordingEvent): Promise<Located> {
  const { recordingId, transcriptId = recordingId } = data;
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`metadata recording ${recordingId}`]);
  const [row] = await tx.query<{ own: string | null; is_deleted: boolean; is_foreign: boolean }>(
    `SELECT (SELECT id FROM recordings WHERE tenant_id = $1 AND id = ${ownId({ tenant: '$1', id: '$2' })}) AS own,
       EXISTS (SELECT 1 FROM deleted_records WHERE tenant_id = $1 AND id IN ($2, $3)) AS is_deleted,
       EXISTS (SELECT 1 FROM recordings WHERE id = $2 AND tenant_id <> $1) AS is_foreign`,
    [tenantid, recordingId, transcriptId],
  );
  if (row?.is_foreign) throw new UnacceptableEvent(`The recording ${recordingId} belongs to another tenant.`);
  if (row?.is_deleted) return { kind: 'deleted' };
  return row?.own ? { kind: 'known', recordingId: row.own } : { kind: 'unknown' };
}
