import type { IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import { maxResultBytes } from './protocol.ts';

/** A connection to the speech service that is open and held up, or the HTTP answer that it gave instead of one. */
export type Connected = { readonly socket: WebSocket } | { readonly refusal: Refusal };

export interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface ConnectOptions {
  readonly protocols: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Fires when the client has gone. */
  readonly signal: AbortSignal;
}

/** Why there is no connection, by the names that generated clients give to their errors. */
export class HandshakeError extends Error {
  override readonly name: 'ConnectionError' | 'TimeoutError' | 'UnexpectedResponseError';

  constructor(name: HandshakeError['name'], cause: Error) {
    super(cause.message, { cause });
    this.name = name;
  }
}

export function connect(url: string, options: ConnectOptions): Promise<Connected> {
  const { protocols, headers, timeoutMs, signal } = options;
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, [...protocols], {
      headers,
      handshakeTimeout: timeoutMs,
      maxPayload: maxResultBytes,
      // Audio hardly gets smaller, and whoever sends little could have much memory filled.
      perMessageDeflate: false,
    });
    const abandon = (): void => socket.terminate();
    signal.addEventListener('abort', abandon, { once: true });
    socket.once('open', () => {
      signal.removeEventListener('abort', abandon);
      // Nobody listens yet: what the service says waits in its socket.
      socket.pause();
      resolve({ socket });
    });
    socket.once('unexpected-response', (_, response: IncomingMessage) => {
      resolve({ refusal: { status: response.statusCode ?? 0, headers: response.headers } });
      abandon();
    });
    socket.on('error', (error) => {
      signal.removeEventListener('abort', abandon);
      reject(new HandshakeError(nameOf(error), error));
    });
  });
}

function nameOf(error: Error): HandshakeError['name'] {
  if (error.message === 'Opening handshake has timed out') return 'TimeoutError';
  const code = 'code' in error ? String(error.code) : '';
  // What the system says about a connection; parsers and `ws` itself speak of what came over one.
  return /^E[A-Z]+$|^UND_|^ENOTFOUND/.test(code) || /socket hang up|closed before/.test(error.message)
    ? 'ConnectionError'
    : 'UnexpectedResponseError';
}
