import type { DeadLetter } from '../../../generators/events/runtime/dead-letter.ts';
import { MemoryBroker } from '../../../generators/events/runtime/memory-broker.ts';
import type { OperationSpec } from '../../../generators/events/runtime/message-spec.ts';
import { type ConsumerOptions, Receiver } from '../../../generators/events/runtime/receiver.ts';
import { schemas } from './specs.ts';

export interface Raw {
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly address?: string;
}

/** Publishes raw messages and tells what became of each. */
export async function received(
  spec: OperationSpec,
  raws: readonly Raw[],
  options: Partial<ConsumerOptions> & { readonly handler?: (deliveries: number) => void } = {},
) {
  const broker = new MemoryBroker();
  const letters: DeadLetter[] = [];
  const handled: unknown[] = [];
  const errors: string[] = [];
  const { handler = () => undefined, ...others } = options;
  const receiver = new Receiver(broker, schemas, {
    durable: 'worker',
    deadLetter: async (letter) => {
      letters.push(letter);
    },
    retry: { delayMs: () => 1 },
    onError: (error) => errors.push(String(error)),
    ...others,
  });
  await receiver.receive(spec, (message, { deliveries, ...context }) => {
    handled.push({ ...message, ...context });
    handler(deliveries);
  });
  for (const [i, { body = JSON.stringify(order), headers = {}, address = 'orders' }] of raws.entries()) {
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    await broker.publish({ id: String(i), address: { template: address, parameters: {} }, headers, body: bytes });
  }
  await broker.settled();
  await broker.close();
  return { handled, errors, letters, verdicts: letters.map(({ reason, error }) => `${reason}: ${error}`) };
}

export const order = { id: 'o', count: 1 };
