import type { WebSocket } from 'ws';
import { heartbeat } from './heartbeat.ts';
import { clientGone, closing, lost, maxTextBytes, noCode, protocolError } from './protocol.ts';
import { relay } from './relay.ts';

export interface JoinLimits {
  /** How much may wait for a slow reader, in each direction. */
  readonly bufferBytes: number;
  /** How long a reader may take nothing although something waits. */
  readonly stallMs: number;
  /** How long a client may send no message; longer than the service's own limit, which has a word for it. */
  readonly idleMs: number;
  readonly pingMs: number;
}

export interface JoinOptions extends JoinLimits {
  /** How long the token is good for from now. */
  readonly tokenMs: number;
  readonly onPause: (held: 'client' | 'service') => void;
  /** The first end of either side, with the code that the client gave or got. */
  readonly onEnd: (code: number) => void;
  /** What the client sends, before it goes on. */
  readonly onMessage: (message: Buffer, isBinary: boolean) => void;
}

/** A client and the speech service, joined. */
export interface Joined {
  /** Both sides are gone. */
  readonly ended: Promise<unknown>;
  /** Ends both sides. The service hears that the client is gone. */
  close(code: number, reason: string): void;
}

/** The longest time that a timer of Node can be set to. */
const longestTimer = 2 ** 31 - 1;

/** Joins two open WebSockets. Whatever ends one of them ends the other, with the same code where there is one. */
export function join(client: WebSocket, service: WebSocket, options: JoinOptions): Joined {
  const { idleMs, pingMs, tokenMs, onPause, onEnd, onMessage } = options;
  let open = true;
  const ended = Promise.all([closed(client), closed(service)]);
  const idle = setTimeout(() => {
    // A client that is held up may well be sending.
    if (client.isPaused) idle.refresh();
    else close(closing.idle, 'Nothing was sent for too long');
  }, idleMs);
  const expiry = setTimeout(close, Math.min(tokenMs, longestTimer), closing.tokenExpired, 'The token has expired');
  const stops = [
    () => clearTimeout(idle),
    () => clearTimeout(expiry),
    heartbeat(client, pingMs),
    heartbeat(service, pingMs),
    relay(client, service, {
      ...options,
      admits: (message, isBinary) => {
        idle.refresh();
        onMessage(message, isBinary);
        if (isBinary || message.byteLength <= maxTextBytes) return true;
        close(closing.tooLarge, `A text frame has at most ${maxTextBytes} bytes`);
        return false;
      },
      onPause: () => onPause('client'),
      onStall: () => close(closing.serviceFault, 'The speech service takes no audio'),
    }),
    relay(service, client, {
      ...options,
      admits: () => true,
      onPause: () => onPause('service'),
      onStall: () => close(closing.idle, 'Nothing was read for too long'),
    }),
  ];
  // `ws` answers what breaks the protocol itself, and closes.
  client.on('error', (error) => finish({ code: codeOf(error), toService: clientGone }));
  service.on('error', () => closeClient(closing.serviceFault, 'The speech service broke the protocol'));
  client.on('close', (code) => finish({ code, toService: code === lost ? clientGone : code }));
  service.on('close', (code, reason) => {
    if (code === lost) closeClient(closing.serviceFault, 'The speech service is gone');
    else closeClient(code, reason);
  });
  client.resume();
  service.resume();
  return { ended, close };

  function close(code: number, reason: string): void {
    finish({ code, toClient: code, toService: clientGone, reason });
  }

  function closeClient(code: number, reason: string | Buffer): void {
    finish({ code, toClient: code, reason });
  }

  /** The first end is the one that counts. */
  function finish({ code, toClient, toService, reason = '' }: End): void {
    if (!open) return;
    open = false;
    for (const stop of stops) stop();
    // A side that is held up would never read the answer to its closing.
    for (const side of [client, service]) side.resume();
    if (toClient !== undefined) closeWith(client, toClient, reason);
    if (toService !== undefined) closeWith(service, toService, reason);
    onEnd(code);
  }
}

/** How a stream ends: what its client was told or said, and the codes for those sides that have not seen to themselves. */
interface End {
  readonly code: number;
  readonly toClient?: number;
  readonly toService?: number;
  readonly reason?: string | Buffer;
}

/** What `ws` has closed with. */
function codeOf(error: Error): number {
  return 'code' in error && error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH' ? closing.tooLarge : protocolError;
}

function closed(socket: WebSocket): Promise<unknown> {
  return new Promise((resolve) => {
    socket.once('close', resolve);
  });
}

/** How long a peer may take to read what still waits for it and to answer its closing. */
const closeMs = 5_000;

/** What waits to be sent goes first. */
function closeWith(socket: WebSocket, code: number, reason: string | Buffer): void {
  if (code === noCode) socket.close();
  else socket.close(code, reason);
  const timer = setTimeout(() => socket.terminate(), closeMs);
  socket.once('close', () => clearTimeout(timer));
}
