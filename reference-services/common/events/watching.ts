import type { Bus } from './bus.ts';
import { traced } from './message-spans.ts';
import type { Broker, Delivery, Incoming } from './runtime.ts';

/** The bus for generated consumers that only watch: each process gets every message, from now on, and nothing is settled. */
export function watching(bus: Bus): Broker {
  return { ...bus, subscribe: traced((address, _worker, take) => bus.watch(address, take)) };
}

/** A message that others work on: whatever becomes of it here changes nothing. */
export function watched(address: string, message: Omit<Incoming, 'address'>): Delivery {
  const { headers, body, id } = message;
  const nothing = async () => undefined;
  return {
    ...{ headers, body, id, deliveries: 1 },
    address: { template: address, parameters: {} },
    ...{ ack: nothing, nak: nothing, term: nothing },
  };
}
