import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import {
  attachWebSockets,
  createWebSocketHandlers,
  HandshakeRefusal,
  type StreamSession,
  type WebSocketHandlers,
} from '../generated/asr-streaming/index.ts';

export interface SpeechService {
  readonly url: string;
  /** The headers of each handshake. */
  readonly asked: Headers[];
  stop(): Promise<void>;
}

const sessionId = 'ses_01M7XTEBJ0KES6A6NG3Z9Z5HST';

/** A speech service made from its contract: it counts the bytes of what it hears, and says so when it is asked to finish. */
export async function openSpeech(authorise: (headers: Headers) => boolean = () => true): Promise<SpeechService> {
  const server = createServer();
  const asked: Headers[] = [];
  const handlers: WebSocketHandlers<undefined> = { stream: transcribe };
  const sockets = createWebSocketHandlers(handlers, {
    authorise: ({ headers }) => {
      asked.push(headers);
      if (authorise(headers)) return undefined;
      throw new HandshakeRefusal(503, 'Every slot is taken', { 'retry-after': '7' });
    },
    protocols: ['ai2text.stream.v1'],
    idleTimeout: 30_000,
  });
  const detach = attachWebSockets(server, sockets);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { url: urlOf(server), asked, stop };

  async function stop(): Promise<void> {
    await detach();
    server.close();
  }
}

async function transcribe(session: StreamSession<undefined>): Promise<void> {
  let sequence = 0;
  let heard = 0;
  const next = () => ({ sessionId, sequence: sequence++ });
  if ((await session.receive('session.start')) === undefined) return;
  const model = { modelId: 'mdl_01M3TC5H00KFEEQC275XYZBSJW', modelVersion: '1.4.0' };
  await session.send.sessionStarted({ ...next(), ...model, maxSessionSeconds: 14_400, idleTimeoutSeconds: 30 });
  for await (const message of session) {
    if (message.name === 'audio') heard += message.payload.byteLength;
    const processedSeconds = heard / 32_000;
    if (message.name === 'finalize') await session.send.finalized({ ...next(), processedSeconds });
    if (message.name !== 'close') continue;
    await session.send.closing({ ...next(), remainingSeconds: 0, remainingSegments: 0 });
    const totals = { audioSeconds: processedSeconds, segments: 0, droppedSeconds: 0 };
    await session.send.goodbye({ ...next(), reason: 'client', ...totals });
    return;
  }
}

export const start = {
  type: 'session.start',
  language: 'vi',
  sampleRateHz: 16_000,
  encoding: 'pcm_s16le',
  channels: 1,
} as const;

export const finalize = { type: 'finalize', sessionId } as const;
export const close = { type: 'close', sessionId } as const;

export interface RawSpeech {
  readonly url: string;
  /** The service's end of the next connection. */
  readonly connected: Promise<WebSocket>;
  stop(): Promise<void>;
}

/** A service that does what a test says, for what no good service does. */
export async function openRawSpeech(): Promise<RawSpeech> {
  const server = createServer();
  const sockets = new WebSocketServer({ server, handleProtocols: () => 'ai2text.stream.v1' });
  const connected = once(sockets, 'connection').then(([socket]: WebSocket[]) => {
    if (socket === undefined) throw new Error('A connection comes with its socket.');
    return socket;
  });
  connected.catch(() => undefined);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { url: urlOf(server), connected, stop };

  async function stop(): Promise<void> {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
    server.close();
  }
}

export function urlOf(server: { address(): AddressInfo | string | null }): string {
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  return `http://127.0.0.1:${port}`;
}
