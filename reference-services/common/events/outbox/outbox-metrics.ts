import { Counter, Gauge, type Registry } from 'prom-client';
import type { Outbox } from './outbox.ts';
import type { RelayOptions } from './relay.ts';

/** What waits in the outbox, asked of the database when the metrics are read, and counts that the relay is to be given. */
export function registerOutboxMetrics(
  registry: Registry,
  outbox: Outbox,
): Required<Pick<RelayOptions, 'onPublished'>> & { readonly onFailed: () => void } {
  const registers = [registry];
  // While the database is away, the last figures stay: one that fails would take the whole page with it.
  const state = () => outbox.state().catch(() => undefined);
  new Gauge({
    name: 'outbox_pending',
    help: 'Events that are committed and not yet published.',
    registers,
    async collect() {
      const known = await state();
      if (known !== undefined) this.set(known.pending);
    },
  });
  new Gauge({
    name: 'outbox_oldest_seconds',
    help: 'How long the oldest of them has been waiting.',
    registers,
    async collect() {
      const known = await state();
      if (known !== undefined) this.set(known.oldestSeconds);
    },
  });
  const published = new Counter({ name: 'outbox_published_total', help: 'Events that were published.', registers });
  const failed = new Counter({
    name: 'outbox_failures_total',
    help: 'Attempts to publish that failed, and that are repeated.',
    registers,
  });
  return { onPublished: (count) => published.inc(count), onFailed: () => failed.inc() };
}
