import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import type { BusDefinition } from '../streams/definition.ts';
import { deleteOlder, deleteOlderElsewhere, forgetIds } from './message-store.ts';

const everyMs = 10 * 60 * 1_000;
const defaultMaxAgeSeconds = 14 * 24 * 60 * 60;

/** Deletes what is older than its stream keeps it. */
export async function pruneBus(database: Database, definition: BusDefinition, now: Date): Promise<void> {
  const { streams, deadLetterQueues } = definition;
  const before = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
  const limits = [
    ...streams.map(({ subjects, maxAgeSeconds }) => ({ addresses: subjects, maxAgeSeconds })),
    ...deadLetterQueues.map(({ name, maxAgeSeconds }) => ({ addresses: [name], maxAgeSeconds })),
  ];
  for (const { addresses, maxAgeSeconds } of limits) await deleteOlder(database, addresses, before(maxAgeSeconds));
  const named = limits.flatMap(({ addresses }) => addresses);
  await deleteOlderElsewhere(database, named, before(defaultMaxAgeSeconds));
  await forgetIds(database, now);
}

export function keepPruned(
  database: Database,
  definition: BusDefinition,
  { clock, onError }: { readonly clock: Clock; readonly onError: (error: unknown) => void },
) {
  const timer = setInterval(() => {
    pruneBus(database, definition, clock()).catch(onError);
  }, everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
