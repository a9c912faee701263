// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { SchemaSet } from './schema-set.ts';
import type { SocketMessage } from './websocket-channel.ts';
import { InvalidMessageError, UnexpectedMessageError, WebSocketError } from './websocket-errors.ts';
import type { WebSocketLike } from './websocket-socket.ts';
import type { ServedChannel } from './socket-channel.ts';
import { SessionError } from './socket-errors.ts';
import { chooseProtocol, type Handshake, type HandshakeRequest, readHandshake } from './socket-handshake.ts';
import type { SocketOptions } from './socket-options.ts';
import { ServedSession } from './socket-session.ts';
import { validatorOf } from './socket-validate.ts';

/** The channels of a contract with their handlers, for whatever takes the handshakes: see `attachWebSockets`. */
export interface SocketHandlers {
  /**
   * Decides about a handshake. Rejects with a `HandshakeRefusal`; whatever else it rejects with is a fault of the service.
   */
  accept(request: HandshakeRequest): Promise<Accepted>;
  /** The longest frame that any channel takes, for the option `maxPayload` of a server. */
  readonly maxPayload: number;
  /** How many sessions are open. */
  readonly size: number;
  /** Closes every session, with code 1001 unless another is given, and resolves when all handlers are done. */
  close(code?: number, reason?: string): Promise<void>;
}

/** A handshake that may go on. */
export interface Accepted {
  /** The subprotocol to answer with. */
  readonly protocol: string | undefined;
  /** Runs the handler on the open WebSocket, and resolves when the session has ended. */
  serve(socket: WebSocketLike): Promise<void>;
}

/** A channel with its handler. */
export interface Served<Context> {
  readonly channel: ServedChannel;
  readonly run: (session: ServedSession<SocketMessage, Context>) => Promise<void>;
}

/** The handler's own type of session was printed from the contract that every session is held against. */
export function served<Context>(channel: ServedChannel, run: (session: never) => Promise<void>): Served<Context> {
  return { channel, run: run as unknown as Served<Context>['run'] };
}

export function handleSockets<Context>(
  schemas: SchemaSet,
  all: readonly Served<Context>[],
  options: SocketOptions<Context>,
): SocketHandlers {
  const channels = all.map(({ channel }) => channel);
  const sessions = new Map<ServedSession<SocketMessage, Context>, Promise<void>>();
  const validators = new Map(
    channels.map((channel) => [channel, validatorOf(channel, schemas, options.validateSent ?? true)]),
  );
  return {
    maxPayload: longestFrame(channels, options),
    get size() {
      return sessions.size;
    },
    async accept(request) {
      const { channel, handshake } = readHandshake(request, {
        channels,
        schemas,
        basePath: options.basePath?.replace(/\/$/, '') ?? '',
      });
      const context = await options.authorise(handshake);
      const known = [...(channel.protocols ?? []), ...(options.protocols ?? [])];
      return {
        protocol: chooseProtocol(handshake.protocols, known),
        async serve(socket) {
          socket.binaryType = 'arraybuffer';
          const validate = validators.get(channel) ?? (() => []);
          const session = new ServedSession<SocketMessage, Context>({
            ...{ channel, socket, handshake, context, options, validate },
          });
          const run = all.find((one) => one.channel === channel)?.run ?? (async () => undefined);
          const work = endWith(session, run(session), options, handshake);
          sessions.set(session, work);
          await work.finally(() => sessions.delete(session));
        },
      };
    },
    async close(code = 1001, reason = 'The service is shutting down') {
      const open = [...sessions];
      await Promise.all(open.flatMap(([session, work]) => [session.close(code, reason), work]));
    },
  };
}

/** Closes the session with what became of its handler. */
async function endWith<Context>(
  session: ServedSession<SocketMessage, Context>,
  work: Promise<void>,
  { onError, invalidMessageCode = 1008 }: SocketOptions<Context>,
  handshake: Handshake,
): Promise<void> {
  try {
    await work;
    await session.close(1000);
  } catch (error) {
    if (error instanceof SessionError) {
      await session.close(error.code, reasonOf(error.message));
    } else if (error instanceof UnexpectedMessageError) {
      await session.close(invalidMessageCode, reasonOf(error.message));
    } else if (error instanceof WebSocketError && !(error instanceof InvalidMessageError)) {
      // The connection has ended, or is about to.
      await session.closed;
    } else {
      onError?.(error, handshake);
      await session.close(1011, 'A fault of the service');
    }
  }
}

/** A close frame has room for 123 bytes. */
function reasonOf(text: string): string {
  let short = text;
  while (new TextEncoder().encode(short).byteLength > 123)
    short = `${short.slice(0, -2).trimEnd()}…`.replace(/…+$/, '…');
  return short;
}

function longestFrame<Context>(
  channels: readonly ServedChannel[],
  { maxTextBytes = 65_536, maxBinaryBytes }: SocketOptions<Context>,
): number {
  const binary = channels.flatMap(({ received }) => received.filter(({ format }) => format === 'bytes'));
  const sizes = binary.map(({ maxBytes }) => maxBinaryBytes ?? maxBytes ?? 2 ** 20);
  return Math.max(maxTextBytes, ...sizes);
}
