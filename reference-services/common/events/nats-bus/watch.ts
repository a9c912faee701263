import { DeliverPolicy, type JetStreamManager } from '@nats-io/jetstream';
import { type Delivery, type Subscription, subjectFilter } from '../runtime.ts';
import { watched } from '../watching.ts';
import { headersOf } from './dead-letters.ts';

/**
 * Hands on what comes to the address from now on, by an ordered consumer: the server keeps nothing of it, and the client makes
 * it again where it was when the server or the connection was away.
 */
export async function watchNats(
  manager: JetStreamManager,
  address: string,
  take: (delivery: Delivery) => Promise<void>,
  onError: (error: unknown) => void,
): Promise<Subscription> {
  const subject = subjectFilter(address);
  const stream = await manager.streams.find(subject);
  // A little earlier, because the server has a clock of its own.
  const opt_start_time = new Date(Date.now() - 2_000).toISOString();
  const from = { deliver_policy: DeliverPolicy.StartTime, opt_start_time };
  const consumer = await manager.jetstream().consumers.get(stream, { filter_subjects: subject, ...from });
  const messages = await consumer.consume();
  const reading = (async () => {
    for await (const { headers, data } of messages) {
      const about = headersOf(headers);
      await take(watched(address, { headers: about, body: data, id: about['Nats-Msg-Id'] }));
    }
  })().catch(onError);
  return {
    drain: async () => {
      await messages.close();
      await reading;
    },
  };
}
