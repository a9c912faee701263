import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { SchemaSet } from '../../../generators/hono-server/runtime/schema-set.ts';
import type { SocketMessage } from '../../../generators/typescript-client/websocket/runtime/websocket-channel.ts';
import { UnexpectedMessageError } from '../../../generators/typescript-client/websocket/runtime/websocket-errors.ts';
import type { ServedChannel } from '../../../generators/websocket-server/runtime/socket-channel.ts';
import { HandshakeRefusal, SessionError } from '../../../generators/websocket-server/runtime/socket-errors.ts';
import { handleSockets, served } from '../../../generators/websocket-server/runtime/socket-handlers.ts';
import type { Handshake } from '../../../generators/websocket-server/runtime/socket-handshake.ts';
import type { SocketOptions } from '../../../generators/websocket-server/runtime/socket-options.ts';
import type { ServedSession } from '../../../generators/websocket-server/runtime/socket-session.ts';
import { listen } from './service.ts';

const shape = (type: string) => ({ required: ['type'], members: [{ name: 'type', values: [type] }] });

/** A channel as the generator would print it. */
const channel: ServedChannel = {
  name: 'talk',
  address: '/talk/{room}',
  parameters: [{ name: 'room', schema: { type: 'integer' } }],
  protocols: ['talk.v1'],
  query: { type: 'object', properties: { loud: { type: 'boolean' } } },
  received: [
    { name: 'say', format: 'json', shape: shape('say'), payload: { $ref: '#/$defs/Say' } },
    { name: 'sound', format: 'bytes', maxBytes: 4 },
  ],
  sent: [
    { method: 'heard', name: 'heard', format: 'json', fixed: { type: 'heard' }, payload: { $ref: '#/$defs/Heard' } },
    { method: 'echo', name: 'echo', format: 'bytes' },
  ],
};

const schemas = new SchemaSet({
  Say: { type: 'object', required: ['type', 'text'], properties: { text: { type: 'string', maxLength: 5 } } },
  Heard: { type: 'object', required: ['type', 'count'], properties: { count: { type: 'integer' } } },
});

type TalkSession = ServedSession<SocketMessage, string>;
type Handler = (session: TalkSession) => Promise<void>;

function talk(run: Handler, options: Partial<SocketOptions<string>> = {}) {
  return handleSockets(schemas, [served<string>(channel, run)], { authorise: () => 'somebody', ...options });
}

/** What happens to a client that says these things: what it hears, and how it ends. */
async function converse(url: string, frames: readonly (string | Uint8Array)[], protocols: string[] = []) {
  const socket = new WebSocket(url, protocols);
  const heard: unknown[] = [];
  socket.on('message', (data, isBinary) => heard.push(isBinary ? [...(data as Buffer)] : JSON.parse(String(data))));
  socket.on('open', () => {
    for (const frame of frames) socket.send(frame);
  });
  const [code, reason] = await new Promise<[number, string]>((resolve, reject) => {
    socket.on('close', (closeCode, why) => resolve([closeCode, String(why)]));
    socket.on('unexpected-response', (_, response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve([response.statusCode ?? 0, String(Buffer.concat(chunks))]));
    });
    socket.on('error', reject);
  });
  return { heard, code, reason, protocol: socket.protocol };
}

const say = (text: string) => JSON.stringify({ type: 'say', text });

const count: Handler = async (session) => {
  let heard = 0;
  for await (const message of session) {
    if (message.name === 'sound') await session.send.echo?.(message.payload);
    else await session.send.heard?.({ count: ++heard });
    if (heard === 2) return;
  }
};

test('a handler reads and sends typed messages, and the session is closed when it is done', async () => {
  await using service = await listen(talk(count));
  expect(await converse(`${service.url}/talk/1`, [say('a'), new Uint8Array([1, 2]), say('b')])).toEqual({
    heard: [{ type: 'heard', count: 1 }, [1, 2], { type: 'heard', count: 2 }],
    ...{ code: 1000, reason: '', protocol: '' },
  });
});

test('a handler knows who speaks, where, and by which subprotocol', async () => {
  const seen: unknown[] = [];
  const handlers = talk(
    async ({ context, handshake: { headers: _, ...handshake }, protocol }) =>
      void seen.push({ context, handshake, protocol }),
    { authorise: ({ protocols }: Handshake) => `has ${protocols.at(-1)}` },
  );
  await using service = await listen(handlers);
  const { protocol } = await converse(`${service.url}/talk/7?loud=true&x=1&x=2`, [], ['bearer.t', 'talk.v1', 'v9']);
  expect(protocol).toBe('talk.v1');
  expect(seen).toEqual([
    {
      context: 'has v9',
      handshake: {
        channel: 'talk',
        parameters: { room: 7 },
        query: { loud: true, x: ['1', '2'] },
        protocols: ['bearer.t', 'talk.v1', 'v9'],
      },
      protocol: 'talk.v1',
    },
  ]);
});

test('a handshake is refused with a status: no such address, a wrong value, nobody who may, a fault of the service', async () => {
  const faults: unknown[] = [];
  const authorise = ({ parameters }: Handshake): string => {
    if (parameters.room === 2) throw new HandshakeRefusal(401, 'Who are you?', { 'www-authenticate': 'Bearer' });
    throw new Error('no database');
  };
  await using service = await listen(talk(count, { authorise }), { onError: (error) => faults.push(String(error)) });
  const answers = await Promise.all(
    ['/other', '/talk/x', '/talk/1?loud=maybe', '/talk/%E0', '/talk/2', '/talk/3'].map((path) =>
      converse(service.url + path, []),
    ),
  );
  expect(answers.map(({ code, reason }) => [code, JSON.parse(reason).detail])).toEqual([
    [404, 'There is no channel at /other'],
    [400, expect.stringContaining('The parameter "room" must be')],
    [400, expect.stringContaining('The query/loud must be')],
    [400, 'The address holds a percent sign that escapes nothing'],
    [401, 'Who are you?'],
    [500, undefined],
  ]);
  expect(faults).toEqual(['Error: no database']);
});

test.each([
  ['a schema that is broken', say('too long'), 'talk: say breaks the contract: #/text must have at most 5 characters'],
  [
    'a message that the contract does not have',
    '{"type":"shout"}',
    'talk: A text frame came that is none of say, sound: {"type":"shout"}',
  ],
  ['no JSON', '{', 'talk: A text frame came that is none of say, sound: {'],
  [
    'JSON that attacks JavaScript',
    '{"type":"say","text":"","__proto__":{}}',
    expect.stringContaining('none of say, sound'),
  ],
])('a message that breaks the contract ends the session with 1008: %s', async (_, frame, reason) => {
  await using service = await listen(talk(count));
  expect(await converse(`${service.url}/talk/1`, [frame])).toMatchObject({ heard: [], code: 1008, reason });
});

test('a handler may catch what breaks the contract, and go on', async () => {
  const handlers = talk(async (session) => {
    const error = await session.receive().catch((reason: unknown) => reason);
    if (!(error instanceof UnexpectedMessageError)) throw error;
    await session.send.heard?.({ count: error.faults.length });
    await session.receive('say');
    throw new SessionError(4401, 'expired');
  });
  await using service = await listen(handlers);
  expect(await converse(`${service.url}/talk/1`, [say('too long'), say('fine')])).toMatchObject({
    ...{ heard: [{ type: 'heard', count: 1 }], code: 4401, reason: 'expired' },
  });
});

test('JSON that is too deep for the validator is refused, and the service lives on', async () => {
  await using service = await listen(talk(count));
  const deep = `{"type":"say","text":${'['.repeat(30_000)}${']'.repeat(30_000)}}`;
  expect(await converse(`${service.url}/talk/1`, [deep])).toMatchObject({ code: 1008 });
  expect(await converse(`${service.url}/talk/1`, [say('a'), say('b')])).toMatchObject({ code: 1000 });
});

test('frames beyond the limits close with 1009, be they a little or much too long', async () => {
  const faults: unknown[] = [];
  const handlers = talk(count, { maxTextBytes: 100, onError: (error) => faults.push(error) });
  await using service = await listen(handlers);
  for (const frame of [new Uint8Array(5), say('x'.repeat(100)), say('x'.repeat(10_000))]) {
    expect(await converse(`${service.url}/talk/1`, [frame])).toMatchObject({ code: 1009 });
  }
  expect(faults).toEqual([]);
});

test('a message that would break the contract is not sent: 1011, and the log knows why', async () => {
  const faults: unknown[] = [];
  const wrong: Handler = async (session) => session.send.heard?.({ count: 'many' });
  const onError = (error: unknown): void => void faults.push(String(error));
  {
    await using service = await listen(talk(wrong, { onError }));
    expect(await converse(`${service.url}/talk/1`, [])).toMatchObject({ code: 1011, reason: 'A fault of the service' });
  }
  expect(faults).toEqual(['InvalidMessageError: talk: heard breaks the contract: #/count must be an integer']);
  await using careless = await listen(talk(wrong, { onError, validateSent: false }));
  expect(await converse(`${careless.url}/talk/1`, [])).toMatchObject({ heard: [{ count: 'many' }], code: 1000 });
});

test('a client that says nothing for too long is let go', async () => {
  await using service = await listen(talk(count, { idleTimeout: 50 }));
  expect(await converse(`${service.url}/talk/1`, [])).toMatchObject({ code: 4408, reason: 'Nothing came for 50 ms' });
});

test('a client that reads nothing for too long is let go', async () => {
  const ends: unknown[] = [];
  const handlers = talk(
    async (session) => {
      try {
        for (;;) await session.send.echo?.(new Uint8Array(1_000_000));
      } catch (error) {
        ends.push(String(error));
        throw error;
      }
    },
    { sendTimeout: 100, closeTimeout: 100 },
  );
  await using service = await listen(handlers);
  const socket = new WebSocket(`${service.url}/talk/1`);
  socket.on('open', () => socket.pause());
  await expect.poll(() => ends).toEqual(['SendTimeoutError: Nothing was read for 100 ms']);
  await expect.poll(() => handlers.size).toBe(0);
  socket.terminate();
});

test('a handler that is slow holds the client up', async () => {
  let go: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => {
    go = resolve;
  });
  let frames = 0;
  const big: ServedChannel = { ...channel, received: [{ name: 'sound', format: 'bytes' }] };
  const run: Handler = async (session) => {
    await slow;
    for await (const { name } of session) frames += Number(name === 'sound');
  };
  const handlers = handleSockets(schemas, [served<string>(big, run)], { authorise: () => '', maxWaiting: 4 });
  await using service = await listen(handlers);
  const socket = new WebSocket(`${service.url}/talk/1`);
  await new Promise((resolve) => socket.on('open', resolve));
  for (let i = 0; i < 60; i++) socket.send(new Uint8Array(500_000));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(socket.bufferedAmount).toBeGreaterThan(10_000_000);
  go();
  socket.close(1000);
  await new Promise((resolve) => socket.on('close', resolve));
  await expect.poll(() => handlers.size).toBe(0);
  expect(frames).toBe(60);
});

test('a handler that is done while the client still sends closes in order', async () => {
  const handlers = talk(async (session) => void (await session.receive()), { maxWaiting: 2 });
  await using service = await listen(handlers);
  const frames = Array.from({ length: 2_000 }, () => say('more'));
  expect(await converse(`${service.url}/talk/1`, frames)).toMatchObject({ code: 1000 });
});

test('the addresses may stand below a path', async () => {
  await using service = await listen(talk(async () => undefined, { basePath: '/v2/' }));
  expect(await converse(`${service.url}/v2/talk/1`, [])).toMatchObject({ code: 1000 });
  for (const path of ['/talk/1', '/v2', '/v2talk/1', '//v2/talk/1']) {
    expect(await converse(service.url + path, [])).toMatchObject({ code: 404 });
  }
});

test('a client that is gone ends the session: the signal fires and reading fails', async () => {
  const ends: unknown[] = [];
  const handlers = talk(async (session) => {
    session.signal.addEventListener('abort', () => ends.push(String(session.signal.reason)));
    await session.receive().catch((error: unknown) => ends.push(String(error)));
  });
  await using service = await listen(handlers);
  const socket = new WebSocket(`${service.url}/talk/1`);
  socket.on('open', () => socket.terminate());
  await expect
    .poll(() => ends.toSorted())
    .toEqual([
      'ConnectionClosedError: talk: The connection was closed with code 1006',
      'Error: The session has ended with code 1006',
    ]);
});

test('a client that answers no ping is gone', async () => {
  const handlers = talk(async (session) => void (await session.receive().catch(() => undefined)));
  await using service = await listen(handlers, { heartbeat: 40 });
  const socket = new WebSocket(`${service.url}/talk/1`, { autoPong: false });
  const code = await new Promise((resolve) => socket.on('close', resolve));
  expect(code).toBe(1006);
});

test('a service that shuts down closes its sessions with 1001', async () => {
  const handlers = talk(count);
  const service = await listen(handlers);
  const ended = converse(`${service.url}/talk/1`, [say('a')]);
  await expect.poll(() => handlers.size).toBe(1);
  await service[Symbol.asyncDispose]();
  expect(await ended).toMatchObject({ code: 1001, reason: 'The service is shutting down' });
  expect(handlers.size).toBe(0);
});
