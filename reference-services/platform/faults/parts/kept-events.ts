import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import type { NatsServer } from '../../harness/nats-server.ts';

export interface KeptMessage {
  readonly messageId: string | undefined;
  readonly body: Uint8Array;
}

/** A CloudEvent as far as the audit looks at it. */
export interface KeptEvent {
  readonly id: string;
  /** The recording that it is about. */
  readonly subject: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const readAtOnce = 64;

/** All that a stream holds, oldest first, as JetStream has stored it. */
export async function keptMessages({ url }: Pick<NatsServer, 'url'>, stream: string): Promise<readonly KeptMessage[]> {
  const connection = await connect({ servers: url });
  try {
    const { streams } = await jetstreamManager(connection);
    const { state } = await streams.info(stream);
    const kept: KeptMessage[] = [];
    for (let first = state.first_seq; first <= state.last_seq; first += readAtOnce) {
      const count = Math.min(readAtOnce, state.last_seq - first + 1);
      const some = Array.from({ length: count }, (_, place) => streams.getMessage(stream, { seq: first + place }));
      for (const message of await Promise.all(some)) {
        if (message !== null) kept.push({ messageId: message.header.get('Nats-Msg-Id'), body: message.data });
      }
    }
    return kept;
  } finally {
    await connection.close();
  }
}

/** The same as events, for streams that only generated publishers write to. */
export async function keptEvents(nats: Pick<NatsServer, 'url'>, stream: string): Promise<readonly KeptEvent[]> {
  const messages = await keptMessages(nats, stream);
  return messages.map(({ body }) => JSON.parse(new TextDecoder().decode(body)) as KeptEvent);
}

/** How many messages a worker still has before it, those included that it has in hand or will get once more. */
export async function leftFor({ url }: Pick<NatsServer, 'url'>, stream: string, durable: string): Promise<number> {
  const connection = await connect({ servers: url });
  try {
    const { consumers } = await jetstreamManager(connection);
    const { num_pending, num_ack_pending } = await consumers.info(stream, durable);
    return num_pending + num_ack_pending;
  } finally {
    await connection.close();
  }
}
