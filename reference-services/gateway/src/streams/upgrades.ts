import { type IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Upgrades } from '../../../common/listen.ts';
import { bearerPrefix, maxAudioBytes, protocols } from './protocol.ts';
import type { Acceptance, Streams } from './streams.ts';

export interface UpgradesOptions {
  readonly app: { fetch(request: Request): Response | Promise<Response> };
  readonly streams: Streams;
  readonly onError: (error: unknown) => void;
}

/**
 * What a server needs to take the handshakes of `GET /v1/stream`. A handshake goes through the routes like any request, so
 * that tokens, scopes, limits, logs and metrics are those of every operation; only when they let it pass is the connection
 * upgraded.
 */
export function createUpgrades({ app, streams, onError }: UpgradesOptions): Upgrades {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: maxAudioBytes,
    perMessageDeflate: false,
    handleProtocols: (offered) => protocols.find((protocol) => offered.has(protocol)) ?? false,
  });
  sockets.on('headers', (lines, incoming: Identified) => lines.push(`X-Request-Id: ${incoming[requestId] ?? ''}`));
  return {
    wants: ({ url = '', headers }) => /^\/v1\/stream(\?|$)/.test(url) && /^websocket$/i.test(headers.upgrade ?? ''),
    take(incoming, socket, head) {
      socket.on('error', () => socket.destroy());
      upgrade(incoming, socket, head).catch((error: unknown) => {
        onError(error);
        socket.destroy();
      });
    },
  };

  async function upgrade(incoming: Identified, socket: Duplex, head: Buffer): Promise<void> {
    const gone = new AbortController();
    const leave = (): void => gone.abort();
    const stopWatching = watchFor(socket, leave);
    const request = requestOf(incoming, gone.signal);
    if (request === undefined) return void socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    const offer = streams.offer(request);
    const response = await app.fetch(request);
    stopWatching();
    const { accepted } = offer;
    if (accepted === undefined) return answer(response, incoming, socket);
    incoming[requestId] = response.headers.get('x-request-id') ?? undefined;
    if (socket.destroyed) return streams.abandon(accepted);
    join(accepted, incoming, socket, head);
    return undefined;
  }

  function join(accepted: Acceptance, incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
    let joined = false;
    const abandon = (): void => {
      if (!joined) void streams.abandon(accepted);
    };
    socket.once('close', abandon);
    sockets.handleUpgrade(incoming, socket, head, (client) => {
      joined = true;
      socket.off('close', abandon);
      streams.join(client, accepted, onError);
    });
  }
}

/** Nobody reads the socket while the service is asked, so that it has to be looked whether the client is still there. */
function watchFor(socket: Duplex, left: () => void): () => void {
  // Takes nothing, and makes the stream notice its end.
  const look = (): void => void socket.read(0);
  socket.on('readable', look).once('end', left).once('close', left);
  return () => socket.off('readable', look).off('end', left).off('close', left);
}

const requestId = Symbol('requestId');
type Identified = IncomingMessage & { [requestId]?: string | undefined };

/** The handshake as the routes read it; undefined where its target is no address. A token in the subprotocols is moved. */
function requestOf({ method = 'GET', url = '/', rawHeaders }: IncomingMessage, signal: AbortSignal) {
  const headers = new Headers();
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) headers.append(rawHeaders[i] ?? '', rawHeaders[i + 1] ?? '');
  const offered = list(headers.get('sec-websocket-protocol'));
  const token = offered.find((one) => one.startsWith(bearerPrefix))?.slice(bearerPrefix.length);
  if (token !== undefined && !headers.has('authorization')) headers.set('authorization', `Bearer ${token}`);
  const others = offered.filter((one) => !one.startsWith(bearerPrefix));
  if (others.length > 0) headers.set('sec-websocket-protocol', others.join(', '));
  else headers.delete('sec-websocket-protocol');
  headers.set('upgrade', headers.get('upgrade')?.toLowerCase() ?? '');
  try {
    return new Request(url.startsWith('/') ? `http://gateway${url}` : url, { method, headers, signal });
  } catch {
    return undefined;
  }
}

/** The members of a header that is a list. */
export function list(header: string | null): string[] {
  return (header ?? '').split(',').flatMap((one) => one.trim() || []);
}

/** Sends what the routes answered instead of an upgrade. */
async function answer(response: Response, incoming: IncomingMessage, socket: Duplex): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  if (socket.destroyed) return;
  const outgoing = new ServerResponse(incoming);
  // A connection of HTTP/1.1 is a socket, whatever its type says.
  outgoing.assignSocket(socket as Parameters<typeof outgoing.assignSocket>[0]);
  outgoing.once('finish', () => socket.end());
  const headers = { ...Object.fromEntries(response.headers), connection: 'close', 'content-length': body.byteLength };
  outgoing.writeHead(response.status, headers).end(body);
}
