import { type AddressOptions, addressOf } from './websocket-address.ts';
import type { ChannelData, SocketMessage } from './websocket-channel.ts';
import { ChannelConnection } from './websocket-connection.ts';
import { ConnectError } from './websocket-errors.ts';
import { type HandshakeOptions, handshakeOf } from './websocket-handshake.ts';
import { openGlobalWebSocket } from './websocket-open.ts';
import type { ConnectOptions } from './websocket-options.ts';
import { readyState, type WebSocketLike } from './websocket-socket.ts';

/** Opens a connection for a channel. Rejects with a `ConnectError`, or with the reason of the signal. */
export async function connectChannel<Message extends SocketMessage>(
  channel: ChannelData,
  options: ConnectOptions & AddressOptions & HandshakeOptions,
): Promise<ChannelConnection<Message>> {
  const { signal, connectTimeout = 10_000, webSocket = openGlobalWebSocket } = options;
  signal?.throwIfAborted();
  const { protocols, headers, query: secrets } = await handshakeOf(channel, options);
  const url = addressOf(channel, { ...options, secrets });
  signal?.throwIfAborted();
  const socket = webSocket(url.href, { protocols, headers });
  socket.binaryType = 'arraybuffer';
  // Made now, because messages may come with the very packet that opens the connection.
  const connection = new ChannelConnection<Message>(channel, socket, options);
  try {
    await opened(socket, { channel: channel.name, at: `${url.origin}${url.pathname}`, connectTimeout, signal });
  } catch (error) {
    void connection.close();
    throw error;
  }
  return connection;
}

interface Opening {
  readonly channel: string;
  /** Without the query, which may hold secrets. */
  readonly at: string;
  readonly connectTimeout: number;
  readonly signal: AbortSignal | undefined;
}

async function opened(socket: WebSocketLike, { channel, at, connectTimeout, signal }: Opening): Promise<void> {
  let cause: unknown;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let abort: (() => void) | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = (why: string): void => {
        // An abort closes the socket, which some implementations tell before it.
        reject(signal?.aborted === true ? signal.reason : new ConnectError(channel, `${at} ${why}`, { cause }));
      };
      abort = () => reject(signal?.reason);
      signal?.addEventListener('abort', abort, { once: true });
      timer = setTimeout(() => fail(`did not open within ${connectTimeout} ms`), connectTimeout);
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('error', ({ error, message }) => {
        cause = error ?? message;
        // Some implementations do not go on to say that the connection is closed.
        if (socket.readyState === readyState.closed) setTimeout(() => fail(`could not be reached${because(cause)}`));
      });
      socket.addEventListener('close', () => fail(`could not be reached${because(cause)}`));
    });
  } finally {
    clearTimeout(timer);
    if (abort !== undefined) signal?.removeEventListener('abort', abort);
  }
}

function because(cause: unknown): string {
  const reason = cause instanceof Error ? cause.message : cause;
  return typeof reason === 'string' && reason !== '' ? `: ${reason}` : '';
}
