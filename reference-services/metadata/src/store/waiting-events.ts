import type { Queryable } from '../../../common/database/database.ts';
import type { LaterEvent } from '../events/apply.ts';

/** Keeps an event until its recording is there. */
export async function park(tx: Queryable, event: LaterEvent, now: Date): Promise<void> {
  const { id, tenantid, time, data } = event;
  await tx.query(
    `INSERT INTO waiting_events (event_id, tenant_id, recording_id, event, happened_at, waits_since)
     VALUES ($1, $2, $3, $4::jsonb, $5, $6) ON CONFLICT (event_id) DO NOTHING`,
    [id, tenantid, data.recordingId, JSON.stringify(event), new Date(time).toISOString(), now.toISOString()],
  );
}

/** Those of a recording, in the order in which they happened. */
export async function listWaiting(tx: Queryable, tenant: string, recordingId: string): Promise<readonly LaterEvent[]> {
  const rows = await tx.query<{ event: LaterEvent }>(
    `SELECT event FROM waiting_events WHERE tenant_id = $1 AND recording_id = $2 AND error IS NULL
     ORDER BY happened_at, event_id`,
    [tenant, recordingId],
  );
  return rows.map(({ event }) => event);
}

export async function forgetWaiting(tx: Queryable, eventId: string): Promise<void> {
  await tx.query('DELETE FROM waiting_events WHERE event_id = $1', [eventId]);
}

/** It stays, with the reason, for people to look at. */
export async function markUnacceptable(tx: Queryable, eventId: string, error: string): Promise<void> {
  await tx.query('UPDATE waiting_events SET error = $2 WHERE event_id = $1', [eventId, error]);
}

export async function countWaiting(database: Queryable): Promise<number> {
  const [row] = await database.query<{ count: string | number }>('SELECT count(*) AS count FROM waiting_events');
  return Number(row?.count ?? 0);
}

/** Longer than any stream keeps its messages: the recording does not come any more. */
const patienceMs = 30 * 24 * 60 * 60 * 1000;

/** Gives up events whose recording has not come, and says which. */
export async function giveUpWaiting(database: Queryable, now: Date): Promise<readonly string[]> {
  const before = new Date(now.getTime() - patienceMs).toISOString();
  const rows = await database.query<{ event_id: string }>(
    'DELETE FROM waiting_events WHERE waits_since < $1 RETURNING event_id',
    [before],
  );
  return rows.map(({ event_id }) => event_id);
}
