import type { Bus } from '../../common/events/bus.ts';
import { watching } from '../../common/events/watching.ts';
import { workerOptions } from '../../common/events/worker-options.ts';
import { createConsumer, type Handler } from '../../events/embeddings-created/generated/index.ts';
import type { EmbeddingsCreatedV1Message } from '../../events/embeddings-created/generated/types.ts';

/**
 * Calls `forget` with each tenant whose vectors have changed. Every replica watches, because each has a cache of its own; the
 * worker of the contract, whose messages the replicas share, buries what breaks the contract. An event that comes twice does no harm.
 */
export async function forgetOnNewVectors(bus: Bus, forget: (tenant: string) => void): Promise<void> {
  const onCreated: Handler<EmbeddingsCreatedV1Message> = ({ payload }) => forget(payload.tenantid);
  const worker = workerOptions(bus, 'search-invalidation');
  await createConsumer(bus, worker).receiveEmbeddingsCreated(() => {});
  const watcher = { ...worker, durable: 'search-watch', deadLetter: async () => {} };
  await createConsumer(watching(bus), watcher).receiveEmbeddingsCreated(onCreated);
}
