import type { Transaction } from '../../../common/database/database.ts';
import { isUnstorable } from '../../../common/database/failure.ts';
import { forgetWaiting, listWaiting, markUnacceptable } from '../store/waiting-events.ts';
import { UnacceptableEvent } from '../unacceptable-event.ts';
import { applyEvent } from './apply.ts';
import type { RecordingEvent } from './recording-event.ts';

/** Applies what came before its recording, in the order in which it happened. One that cannot be applied stops no other. */
export async function applyWaiting(
  tx: Transaction,
  { tenantid, data }: RecordingEvent,
  { now, onUnacceptable }: { now: Date; onUnacceptable: (error: Error, eventId: string) => void },
): Promise<void> {
  for (const event of await listWaiting(tx, tenantid, data.recordingId)) {
    await tx.script('SAVEPOINT one_event');
    try {
      await applyEvent(tx, event, now);
      await forgetWaiting(tx, event.id);
    } catch (error) {
      if (!isUnacceptable(error)) throw error;
      await tx.script('ROLLBACK TO SAVEPOINT one_event');
      await markUnacceptable(tx, event.id, error.message);
      onUnacceptable(error, event.id);
    }
    await tx.script('RELEASE SAVEPOINT one_event');
  }
}

/** True when the event can never be written, however often it comes. */
export function isUnacceptable(error: unknown): error is Error {
  return error instanceof UnacceptableEvent || isUnstorable(error);
}
