import { beforeAll, expect, test } from 'vitest';
import { typescriptClient } from '../../../generators/typescript-client/target.ts';
import type { SocketHandlers } from '../../../generators/websocket-server/runtime/socket-handlers.ts';
import { websocketServer } from '../../../generators/websocket-server/target.ts';
import { loadModule } from '../support/load-module.ts';
import { projectContract } from '../support/project-contract.ts';
import { loadNodeModule } from './load-node.ts';
import { listen } from './service.ts';

/** The parts of the generated code that are used here; their own types are checked by the golden tests. */
interface Message {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
}
type Methods = Readonly<Record<string, (payload: unknown) => Promise<Message>>>;
interface Client {
  connectStream(
    options: object,
  ): Promise<AsyncIterable<Message> & { readonly send: Methods; readonly request: Methods }>;
}
interface Server {
  createWebSocketHandlers(handlers: object, options: object): SocketHandlers;
}
interface Session extends AsyncIterable<Message> {
  readonly send: Methods;
  receive(...names: string[]): Promise<Message>;
}

let client: Client;
let server: Server;

beforeAll(async () => {
  const { contract } = projectContract('contracts/asr-streaming/asyncapi.yaml');
  const options = { importExtension: '.js' } as const;
  client = (await loadModule(typescriptClient.generate(contract, options).files, 'index.ts')) as unknown as Client; // Generated a moment ago.
  server = await loadNodeModule<Server>(websocketServer.generate(contract, options).files);
});

const sessionId = 'ses_01M7XTEBJ0KES6A6NG3Z9Z5HST';
const start = { language: 'vi', sampleRateHz: 16_000, encoding: 'pcm_s16le', channels: 1 };
const started = { modelId: 'mdl_01M3TC5H00KFEEQC275XYZBSJW', modelVersion: '1.4.0', maxSessionSeconds: 14_400 };

/** Takes every frame of audio for a word. */
async function stream(session: Session): Promise<void> {
  let sequence = 0;
  const next = () => ({ sessionId, sequence: sequence++ });
  await session.receive('session.start');
  await session.send.sessionStarted?.({ ...next(), ...started, idleTimeoutSeconds: 30 });
  const times = { startSeconds: 0, endSeconds: 1, processedSeconds: 1, words: [] };
  let text = '';
  for await (const { name } of session) {
    if (name === 'audio') {
      text = `${text} xin`.trim();
      await session.send.partial?.({ ...next(), ...times, segmentId: 'seg_01M7VBTVF04DWZV2JH8284RN1E', text });
    } else if (name === 'close') {
      await session.send.closing?.({ ...next(), remainingSeconds: 0, remainingSegments: 0 });
      await session.send.goodbye?.({ ...next(), reason: 'client', audioSeconds: 1, segments: 0, droppedSeconds: 0 });
      return;
    }
  }
}

const authorise = ({ protocols }: { readonly protocols: readonly string[] }) => protocols;
const options = { authorise, protocols: ['ai2text.stream.v1'] };

test('what the generated client says, the generated server hears, and the other way round', async () => {
  await using service = await listen(server.createWebSocketHandlers({ stream }, options));
  const connection = await client.connectStream({ baseUrl: service.url, protocols: 'ai2text.stream.v1' });
  expect(await connection.request.sessionStart?.(start)).toEqual({
    name: 'session.started',
    payload: { type: 'session.started', sessionId, sequence: 0, ...started, idleTimeoutSeconds: 30 },
  });
  for (let i = 0; i < 3; i++) await connection.send.audio?.(new Int16Array(1_600));
  await connection.send.close?.({ sessionId });
  const heard: unknown[] = [];
  for await (const { name, payload } of connection) heard.push([name, payload.sequence, payload.text]);
  expect(heard).toEqual([
    ['partial', 1, 'xin'],
    ['partial', 2, 'xin xin'],
    ['partial', 3, 'xin xin xin'],
    ['closing', 4, undefined],
    ['goodbye', 5, undefined],
  ]);
});

test.each([
  ['settings that the contract does not allow', { ...start, channels: 3 }, 1008, '#/channels must be at most 2'],
  ['a member that it does not know', { ...start, volume: 1 }, 1008, '#/volume'],
])('the server refuses %s', async (_, settings, code, why) => {
  await using service = await listen(server.createWebSocketHandlers({ stream }, options));
  const connection = await client.connectStream({ baseUrl: service.url });
  await expect(connection.request.sessionStart?.(settings)).rejects.toMatchObject({
    ...{ name: 'ConnectionClosedError', code, reason: expect.stringContaining(why) },
  });
});

test('a frame of audio that is longer than the contract allows is closed with 1009', async () => {
  await using service = await listen(server.createWebSocketHandlers({ stream }, options));
  const connection = await client.connectStream({ baseUrl: service.url });
  await connection.request.sessionStart?.(start);
  await connection.send.audio?.(new Uint8Array(192_002));
  const ended = (async () => {
    for await (const { name } of connection) expect(name).toBe('never');
  })();
  await expect(ended).rejects.toMatchObject({ code: 1009 });
});
