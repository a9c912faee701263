import type { Bus } from '../../../common/events/bus.ts';
import { workerOptions } from '../../../common/events/worker-options.ts';
import { createConsumer } from '../../../events/transcription-completed/generated/index.ts';
import { Runner } from './runner.ts';
import { type EventParts, takeEvent } from './take-event.ts';

export interface WorkerParts extends EventParts {
  readonly bus: Bus;
  readonly concurrency: number;
}

export interface Worker {
  wake(): void;
  /** Takes nothing more, and resolves when the work under way has ended. */
  stop(): Promise<void>;
}

export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const { bus, concurrency, logger } = parts;
  const onError = (error: unknown) => logger.warn({ error }, 'event not handled');
  const consumer = createConsumer(bus, workerOptions(bus, 'nlp-post', { concurrency, onError }));
  const subscription = await consumer.receiveTranscriptionCompleted(takeEvent(parts));
  const runner = new Runner(parts);
  return {
    wake: () => runner.wake(),
    stop: async () => {
      await Promise.all([subscription.drain(), runner.stop()]);
    },
  };
}
