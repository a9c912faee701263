import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { type Bus, BusError } from '../bus.ts';
import { forOwnReplays } from '../dead-letters/own-replays.ts';
import { traced } from '../message-spans.ts';
import { rewindable } from '../rewindable.ts';
import { NatsBroker, type NatsBrokerOptions, type Subscription } from '../runtime.ts';
import type { BusDefinition } from '../streams/definition.ts';
import { type EnsureOptions, ensureStreams } from '../streams/ensure-streams.ts';
import { platform } from '../streams/platform.ts';
import { natsDeadLetters } from './dead-letters.ts';
import { spreadNet } from './net.ts';
import { rewindConsumer } from './rewind.ts';
import { watchNats } from './watch.ts';

export interface NatsBusOptions extends EnsureOptions, Pick<NatsBrokerOptions, 'ackWaitMs'> {
  readonly url: string;
  readonly definition?: BusDefinition;
  /** Shown by the server's own tools. */
  readonly name?: string;
  readonly onError?: (error: unknown) => void;
}

/** The bus on NATS JetStream. Makes what is missing on the server, and closes its connection with itself. */
export async function openNatsBus(options: NatsBusOptions): Promise<Bus> {
  const { definition = platform, onError = () => undefined } = options;
  const connection = await connectTo(options);
  try {
    const manager = await jetstreamManager(connection);
    await ensureStreams(manager, definition, options);
    const broker = new NatsBroker(connection, options);
    await spreadNet(broker, manager, { definition, onError });
    const { subscribe, rewind } = rewindable(broker, rewindConsumer(manager));
    const watches = new Set<Subscription>();
    return {
      publish: (message) => broker.publish(message),
      subscribe: forOwnReplays(traced(subscribe)),
      request: (message, settings) => broker.request(message, settings),
      respond: (template, settings, answer) => broker.respond(template, settings, answer),
      kind: 'nats',
      definition,
      deadLetters: natsDeadLetters(manager, broker, definition),
      rewind,
      watch: async (address, take) => {
        const watch = await watchNats(manager, address, take, onError);
        watches.add(watch);
        return watch;
      },
      probe: async () => {
        await manager.getAccountInfo();
      },
      close: async () => {
        await Promise.all([...watches].map((watch) => watch.drain()));
        await broker.close();
        await connection.drain();
      },
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** Comes back by itself whenever the server does; only the first connection must succeed. */
export async function connectTo({ url, name = 'ai2text' }: Pick<NatsBusOptions, 'url' | 'name'>) {
  const { username, password, host, protocol } = new URL(url);
  const login = username === '' ? {} : { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  const secure = protocol === 'tls:' ? { tls: {} } : {};
  const settings = { servers: host, name, ...login, ...secure };
  return connect({ ...settings, maxReconnectAttempts: -1, reconnectTimeWait: 1_000 }).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const advice = 'Put NATS_URL right, or unset it to use the database.';
    throw new BusError(`The NATS server at ${host} cannot be used: ${reason}. ${advice}`, { cause });
  });
}
