import { JetStreamApiError, type JetStreamManager } from '@nats-io/jetstream';
import { type Broker, type Delivery, deadLettersTo, exponentialDelay, type Subscription } from '../runtime.ts';
import type { BusDefinition } from '../streams/definition.ts';
import { headersOf } from './dead-letters.ts';

/**
 * The net below the workers. The server stops delivering a message after so many deliveries; when no worker lived to bury it, an
 * advisory is all that tells of it, and that holds the message's number only. The net fetches the message and stores it as a
 * dead letter. All processes share one position on the advisories, and a letter that is there already is not stored twice.
 */
export function spreadNet(
  broker: Broker,
  manager: JetStreamManager,
  { definition, onError }: { readonly definition: BusDefinition; readonly onError: (error: unknown) => void },
): Promise<readonly Subscription[]> {
  return Promise.all(
    definition.streams.map(({ name, deadLetterQueue }) => {
      const template = `$JS.EVENT.ADVISORY.CONSUMER.MAX_DELIVERIES.${name}.{consumer}`;
      return broker.subscribe(template, { durable: `net-${name}`, concurrency: 1 }, async (delivery) => {
        try {
          await bury(delivery, deadLetterQueue);
          await delivery.ack();
        } catch (error) {
          onError(error);
          await delivery.nak(exponentialDelay(delivery.deliveries)).catch(onError);
        }
      });
    }),
  );

  async function bury({ body }: Delivery, queue: string): Promise<void> {
    const { stream, consumer, stream_seq, deliveries } = readAdvisory(body);
    const message = await manager.streams.getMessage(stream, { seq: stream_seq }).catch(asGone);
    if (message === null) {
      onError(new Error(`${consumer} gave up message ${stream_seq} of ${stream}, which is not kept any more`));
      return;
    }
    const headers = headersOf(message.header);
    await deadLettersTo(
      broker,
      queue,
    )({
      ...{ reason: 'failed', error: `was delivered ${deliveries} times, and no worker lived to finish it` },
      ...{ address: message.subject, id: headers['Nats-Msg-Id'], durable: consumer, deliveries, headers },
      body: message.data,
    });
  }
}

interface Advisory {
  readonly stream: string;
  readonly consumer: string;
  readonly stream_seq: number;
  readonly deliveries: number;
}

function readAdvisory(body: Uint8Array): Advisory {
  // The server wrote it, as `io.nats.jetstream.advisory.v1.max_deliver`.
  return JSON.parse(new TextDecoder().decode(body)) as Advisory;
}

const messageNotFound = 10037;

function asGone(error: unknown): null {
  if (error instanceof JetStreamApiError && error.code === messageNotFound) return null;
  throw error;
}
