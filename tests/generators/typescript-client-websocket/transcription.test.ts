import { beforeAll, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { typescriptClient } from '../../../generators/typescript-client/target.ts';
import { loadModule } from '../support/load-module.ts';
import { projectContract } from '../support/project-contract.ts';
import { serve } from './server.ts';

/** The part of the generated client that is used here; its own types are checked by the golden tests. */
interface Client {
  connectStream(options: object): Promise<
    AsyncIterable<{ readonly name: string; readonly payload: Readonly<Record<string, unknown>> }> & {
      readonly protocol: string;
      readonly send: Readonly<Record<'audio' | 'keepalive', (payload: unknown) => Promise<void>>>;
      readonly request: Readonly<Record<'sessionStart' | 'close', (payload: unknown) => Promise<{ name: string }>>>;
      readonly closed: Promise<unknown>;
    }
  >;
}

let client: Client;

beforeAll(async () => {
  const { contract } = projectContract('contracts/asr-streaming/asyncapi.yaml');
  const { files } = typescriptClient.generate(contract, { importExtension: '.js' });
  client = (await loadModule(files, 'index.ts')) as unknown as Client; // Generated a moment ago.
});

const sessionId = 'ses_01M7XTEBJ0KES6A6NG3Z9Z5HST';

/** A service that takes every frame of audio for a word. */
function transcribe(socket: WebSocket): void {
  let sequence = 0;
  let words = 0;
  const send = (message: object): void => socket.send(JSON.stringify({ sessionId, sequence: sequence++, ...message }));
  socket.on('message', (data, isBinary) => {
    if (isBinary) return send({ type: 'partial', text: 'xin '.repeat(++words).trim() });
    const { type } = JSON.parse(String(data));
    if (type === 'session.start') send({ type: 'session.started' });
    if (type === 'close') {
      send({ type: 'closing', remainingSegments: 1 });
      send({ type: 'final', text: 'xin xin', speechFinal: true });
      send({ type: 'goodbye', reason: 'client' });
      socket.close(1000);
    }
  });
}

test('a session of live transcription, from the first message to the last', async () => {
  const handshakes: unknown[] = [];
  await using server = await serve(
    (socket, { url, headers }) => {
      handshakes.push([url, headers['sec-websocket-protocol']]);
      transcribe(socket);
    },
    { handleProtocols: (offered) => [...offered][0] ?? false },
  );
  const stream = await client.connectStream({
    baseUrl: server.url,
    protocols: 'ai2text.stream.v1',
    bearerProtocol: 'bearer.',
    credentials: { BearerJwt: 'token' },
  });
  expect(stream.protocol).toBe('ai2text.stream.v1');
  const start = { language: 'vi', sampleRateHz: 16_000, encoding: 'pcm_s16le', channels: 1 };
  expect(await stream.request.sessionStart(start)).toMatchObject({ name: 'session.started', payload: { sessionId } });
  for (let i = 0; i < 2; i++) await stream.send.audio(new Int16Array(1_600));
  expect(await stream.request.close({ sessionId })).toMatchObject({ name: 'closing' });
  const messages: unknown[] = [];
  for await (const { name, payload } of stream) messages.push([name, payload.text]);
  expect(messages).toEqual([
    ['partial', 'xin'],
    ['partial', 'xin xin'],
    ['final', 'xin xin'],
    ['goodbye', undefined],
  ]);
  expect(await stream.closed).toEqual({ code: 1000, reason: '' });
  expect(handshakes).toEqual([['/v1/stream', 'ai2text.stream.v1, bearer.token']]);
});
