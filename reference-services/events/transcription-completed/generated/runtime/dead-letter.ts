// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { renderAddress } from './address.ts';
import type { Broker, Delivery } from './broker.ts';

/** A message that will not be delivered again, whole, with the reason. */
export interface DeadLetter {
  readonly reason: 'content-type' | 'unreadable' | 'invalid' | 'failed';
  /** In words; what the handler threw, or what in the message breaks the contract. */
  readonly error: string;
  /** Where the message was sent to. */
  readonly address: string;
  readonly id: string | undefined;
  /** The worker that gave it up. */
  readonly durable: string;
  readonly deliveries: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Must have stored the letter when it resolves: only then is the original given up. */
export type DeadLetterSink = (letter: DeadLetter) => Promise<void>;

/** Publishes dead letters to an address of the broker: the message as it was, and what happened in headers beside its own. */
export function deadLettersTo(broker: Broker, address: string): DeadLetterSink {
  return async ({ reason, error, address: from, id, durable, deliveries, headers, body }) => {
    await broker.publish({
      address: { template: address, parameters: {} },
      // Two workers may give up the same message; one worker's letter must not be stored twice.
      id: `dead-letter:${durable}:${id ?? crypto.randomUUID()}`,
      headers: {
        ...headers,
        'dead-letter-reason': reason,
        'dead-letter-error': oneLine(error),
        'dead-letter-address': from,
        'dead-letter-durable': durable,
        'dead-letter-deliveries': String(deliveries),
        ...(id !== undefined && { 'dead-letter-id': id }),
      },
      body,
    });
  };
}

export function deadLetterOf(
  delivery: Delivery,
  { reason, error, durable }: Pick<DeadLetter, 'reason' | 'error' | 'durable'>,
): DeadLetter {
  const { address, id, deliveries, headers, body } = delivery;
  return { reason, error, durable, address: renderAddress(address), id, deliveries, headers, body };
}

/** Headers are lines. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 2_000);
}
