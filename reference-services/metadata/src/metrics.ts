import { Counter, Gauge, type Registry } from 'prom-client';
import type { Database } from '../../common/database/database.ts';
import { countWaiting } from './store/waiting-events.ts';

export type EventMetrics = ReturnType<typeof createEventMetrics>;

/** What the service does with the events of the pipeline. */
export function createEventMetrics(registry: Registry, database: Database) {
  const registers = [registry];
  const handled = new Counter({
    name: 'metadata_events_total',
    help: 'Events taken, by what came of them: applied, outdated, waiting, ignored or refused for good.',
    labelNames: ['event', 'outcome'],
    registers,
  });
  new Gauge({
    name: 'metadata_events_waiting',
    help: 'Events that came before their recording.',
    registers,
    async collect() {
      // While the database is away, the last figure stays: one that fails would take the whole page with it.
      const count = await countWaiting(database).catch(() => undefined);
      if (count !== undefined) this.set(count);
    },
  });
  return { handled };
}
