import { systemClock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import { type Bus, BusError } from '../bus.ts';
import { forOwnReplays } from '../dead-letters/own-replays.ts';
import { traced } from '../message-spans.ts';
import { rewindable } from '../rewindable.ts';
import type { Subscription } from '../runtime.ts';
import { platform } from '../streams/platform.ts';
import { DatabaseBroker, type DatabaseBrokerOptions } from './database-broker.ts';
import { databaseDeadLetters } from './dead-letters.ts';
import { releaseHeld, rewindWorker } from './delivery-store.ts';
import { migrateBus } from './migrate-bus.ts';
import { keepPruned } from './prune.ts';
import { isFirstOn } from './sharing.ts';
import { watchDatabase } from './watch.ts';

/** The bus in a database. Closing it leaves the database open. */
export async function openDatabaseBus(database: Database, options: DatabaseBrokerOptions = {}): Promise<Bus> {
  const { definition = platform, clock = systemClock, onError = () => undefined } = options;
  await migrateBus(database);
  // An embedded database belongs to one process: whoever held something has ended.
  if (isFirstOn(database) && database.kind === 'embedded') await releaseHeld(database, clock());
  const broker = new DatabaseBroker(database, { ...options, definition });
  const { subscribe, rewind } = rewindable(broker, async (position, from) => {
    if (await rewindWorker(database, position, from)) return;
    throw new BusError(`No worker ${position.durable} has subscribed to ${position.address}.`);
  });
  const { pollMs = database.kind === 'embedded' ? 5_000 : 500 } = options;
  const watches = new Set<Subscription>();
  const pruning = keepPruned(database, definition, { clock, onError });
  return {
    publish: (message) => broker.publish(message),
    subscribe: forOwnReplays(traced(subscribe)),
    request: (message, settings) => broker.request(message, settings),
    respond: (template, settings, answer) => broker.respond(template, settings, answer),
    kind: 'database',
    definition,
    deadLetters: databaseDeadLetters(database, broker, definition),
    rewind,
    watch: async (address, take) => {
      const watch = await watchDatabase(database, address, take, { pollMs, onError });
      watches.add(watch);
      return watch;
    },
    probe: async () => {
      await database.query('SELECT 1');
    },
    close: async () => {
      pruning.stop();
      await Promise.all([...watches].map((watch) => watch.drain()));
      await broker.close();
    },
  };
}
