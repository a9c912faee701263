import { type Bus, BusError } from './bus.ts';
import { type ConsumerOptions, deadLettersTo } from './runtime.ts';
import { findWorker } from './streams/definition.ts';

export type WorkerOptions = Pick<ConsumerOptions, 'concurrency' | 'onError'>;

/**
 * What a generated consumer is made with to be this worker: its durable position, its dead-letter queue, and how often and
 * after which delays it tries again.
 */
export function workerOptions(bus: Bus, durable: string, options: WorkerOptions = {}): ConsumerOptions {
  const worker = findWorker(bus.definition, durable);
  if (worker === undefined) throw new BusError(`No stream has a worker ${durable}. Add it to the stream definitions.`);
  const { maxDeliveries, retryDelaySeconds, stream } = worker;
  const delay = (deliveries: number) => retryDelaySeconds.at(deliveries - 1) ?? retryDelaySeconds.at(-1) ?? 1;
  return {
    ...options,
    durable,
    deadLetter: deadLettersTo(bus, stream.deadLetterQueue),
    // Longer by up to a fifth at random, so that failures do not come back together.
    retry: { maxDeliveries, delayMs: (deliveries) => Math.round(delay(deliveries) * 1_000 * (1 + Math.random() / 5)) },
  };
}
