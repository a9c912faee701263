import type { Bus } from '../../common/events/bus.ts';
import { workerOptions } from '../../common/events/worker-options.ts';
import { createConsumer } from '../../events/embeddings-created/generated/index.ts';

/** Calls `forget` with each tenant whose vectors have changed. An event that comes twice does no harm. */
export async function forgetOnNewVectors(bus: Bus, forget: (tenant: string) => void): Promise<void> {
  const consumer = createConsumer(bus, workerOptions(bus, 'search-invalidation'));
  await consumer.receiveEmbeddingsCreated(({ payload }) => forget(payload.tenantid));
}
