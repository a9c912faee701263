import type { Bus } from '../../../common/events/bus.ts';
import { registerOutboxMetrics } from '../../../common/events/outbox/outbox-metrics.ts';
import { Relay } from '../../../common/events/outbox/relay.ts';
import type { Stoppable } from '../../../common/shutdown.ts';
import { createEventMetrics } from '../metrics.ts';
import type { OpenMetadata } from '../open.ts';
import { startConsumers } from './start-consumers.ts';

/** What the service does by itself with events: it publishes what the outbox holds, and takes what the pipeline tells. */
export async function startEvents({ deps, database }: OpenMetadata, bus: Bus, concurrency: number): Promise<Stoppable> {
  const { outbox, logger, clock } = deps;
  const { registry } = deps.metrics;
  const { onPublished, onFailed } = registerOutboxMetrics(registry, outbox);
  const onError = (error: unknown) => {
    onFailed();
    logger.warn({ error }, 'not published');
  };
  const metrics = createEventMetrics(registry, database);
  const consumers = await startConsumers({ database, bus, clock, logger, metrics, concurrency });
  const relay = new Relay(outbox, database, bus, { onPublished, onError, clock });
  return {
    stop: async () => {
      await consumers.stop();
      await relay.stop();
    },
  };
}
