import type { Clock } from '../../clock.ts';
import { systemClock } from '../../clock.ts';
import type { Queryable, Transaction } from '../../database/database.ts';

/**
 * True the first time that a consumer sees an event, false ever after. Call it in the transaction of the work: when that is
 * rolled back, the event is as good as unseen. The same event in two transactions at once makes one wait for the other.
 */
export async function onceOnly(
  tx: Transaction,
  consumer: string,
  eventId: string,
  clock: Clock = systemClock,
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO handled_events (consumer, event_id, handled_at) VALUES ($1, $2, $3)
     ON CONFLICT DO NOTHING RETURNING event_id`,
    [consumer, eventId, clock()],
  );
  return rows.length === 1;
}

/** An event that was forgotten is handled again if it is delivered again: keep them for longer than a stream keeps its messages. */
export async function forgetHandled(database: Queryable, before: Date): Promise<void> {
  await database.query('DELETE FROM handled_events WHERE handled_at < $1', [before]);
}
