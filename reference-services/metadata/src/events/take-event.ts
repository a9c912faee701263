import type { Clock } from '../../../common/clock.ts';
import type { Database, Transaction } from '../../../common/database/database.ts';
import { onceOnly } from '../../../common/events/outbox/once-only.ts';
import { patiently } from '../../../common/events/patiently.ts';
import type { EventMetrics } from '../metrics.ts';
import { isUnacceptable } from './apply-waiting.ts';
import type { Outcome, RecordingEvent } from './recording-event.ts';

export interface TakingParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly metrics: EventMetrics;
  /** Aborted when the service stops. */
  readonly signal: AbortSignal;
}

export interface Taking<Event> {
  readonly durable: string;
  /** What the consumer takes for giving up: each generated folder has its own. */
  readonly PermanentError: new (
    message: string,
    options: ErrorOptions,
  ) => Error;
  readonly apply: (tx: Transaction, event: Event, now: Date) => Promise<Outcome>;
}

/** What is done with each event of a kind: once, in one transaction with the note that it was done. */
export function takeEvent<Event extends RecordingEvent & { readonly type: string }>(
  { database, clock, metrics, signal }: TakingParts,
  { durable, PermanentError, apply }: Taking<Event>,
): (message: { readonly payload: Event }) => Promise<void> {
  const handle = patiently(
    async (event: Event) => {
      const outcome = await database.transaction(async (tx) =>
        (await onceOnly(tx, durable, event.id, clock)) ? apply(tx, event, clock()) : 'ignored',
      );
      metrics.handled.inc({ event: event.type, outcome });
    },
    { signal },
  );
  return ({ payload }) =>
    handle(payload, undefined).catch((error: unknown) => {
      if (!isUnacceptable(error)) throw error;
      metrics.handled.inc({ event: payload.type, outcome: 'refused' });
      throw new PermanentError(error.message, { cause: error });
    });
}
