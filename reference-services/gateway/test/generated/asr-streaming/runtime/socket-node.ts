// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { HandshakeRefusal } from './socket-errors.ts';
import type { Accepted, SocketHandlers } from './socket-handlers.ts';

export interface AttachOptions {
  /** Milliseconds between signs of life that are asked of each client; 30,000 when left out, 0 for none. */
  readonly heartbeat?: number;
  /** Told of faults of the service while it takes a handshake, for logs. */
  readonly onError?: (error: unknown) => void;
}

/**
 * Lets a server of Node take the handshakes for WebSocket: of `node:http`, and so of `@hono/node-server`. The function that
 * comes back stops that, closes all sessions and resolves when they have ended.
 */
export function attachWebSockets(
  server: Pick<Server, 'on' | 'off'>,
  handlers: SocketHandlers,
  { heartbeat = 30_000, onError = () => undefined }: AttachOptions = {},
): () => Promise<void> {
  const chosen = new WeakMap<IncomingMessage, string | undefined>();
  const sockets = new WebSocketServer({
    noServer: true,
    // Room for the service's own limits, which close with a word.
    maxPayload: handlers.maxPayload * 2,
    handleProtocols: (_, request) => chosen.get(request) ?? false,
  });
  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    let accepted: Accepted;
    try {
      accepted = await handlers.accept({ url: request.url ?? '/', headers: request.headers });
    } catch (error) {
      if (!(error instanceof HandshakeRefusal)) onError(error);
      return refuse(socket, error instanceof HandshakeRefusal ? error : new HandshakeRefusal(500));
    }
    chosen.set(request, accepted.protocol);
    sockets.handleUpgrade(request, socket, head, (opened) => {
      const stop = beat(opened, heartbeat);
      accepted.serve(opened).catch(onError).finally(stop);
    });
  };
  const take = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const drop = (): void => void socket.destroy();
    socket.on('error', drop);
    void upgrade(request, socket, head)
      .catch(onError)
      .finally(() => socket.off('error', drop));
  };
  server.on('upgrade', take);
  return async () => {
    server.off('upgrade', take);
    await handlers.close();
    sockets.close();
  };
}

/** A client that is gone without a word answers no ping. */
function beat(socket: Pinged, interval: number): () => void {
  if (interval <= 0) return () => undefined;
  let isAlive = true;
  socket.on('pong', () => {
    isAlive = true;
  });
  const timer = setInterval(() => {
    // Of a socket that is held up, the answers are not read either.
    if (socket.isPaused) isAlive = true;
    if (!isAlive) return socket.terminate();
    isAlive = false;
    return socket.ping();
  }, interval);
  return () => clearInterval(timer);
}

interface Pinged {
  readonly isPaused: boolean;
  on(event: 'pong', listener: () => void): unknown;
  ping(): void;
  terminate(): void;
}

function refuse(socket: Duplex, { status, message, headers }: HandshakeRefusal): void {
  const problem = JSON.stringify({
    title: STATUS_CODES[status] ?? 'Refused',
    status,
    ...(message && { detail: message }),
  });
  const lines = Object.entries({
    'content-type': 'application/problem+json',
    'content-length': String(Buffer.byteLength(problem)),
    connection: 'close',
    ...headers,
  }).map(([name, value]) => `${name}: ${value.replaceAll(/[\r\n]+/g, ' ')}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Refused'}\r\n${lines.join('')}\r\n${problem}`);
}
