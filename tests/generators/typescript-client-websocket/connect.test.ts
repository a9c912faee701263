import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket as PackageWebSocket } from 'ws';
import { addressOf } from '../../../generators/typescript-client/websocket/runtime/websocket-address.ts';
import type { ChannelData } from '../../../generators/typescript-client/websocket/runtime/websocket-channel.ts';
import { connectChannel } from '../../../generators/typescript-client/websocket/runtime/websocket-connect.ts';
import { ConnectError } from '../../../generators/typescript-client/websocket/runtime/websocket-errors.ts';
import { channel, type Heard } from './channel.ts';
import { serve } from './server.ts';

const rooms: ChannelData = {
  name: 'rooms',
  address: '/rooms/{room}',
  parameters: [{ name: 'room', default: 'hall' }],
  server: 'wss://talk.example/v1',
  received: [],
};

test.each([
  [{}, 'wss://talk.example/v1/rooms/hall'],
  [{ parameters: { room: 'a b/ü' } }, 'wss://talk.example/v1/rooms/a%20b%2F%C3%BC'],
  [{ baseUrl: 'http://localhost:1/' }, 'ws://localhost:1/rooms/hall'],
  [{ baseUrl: 'https://localhost?key=1' }, 'wss://localhost/rooms/hall?key=1'],
  [{ baseUrl: new URL('ws://localhost/a') }, 'ws://localhost/a/rooms/hall'],
  [
    { address: '/other?x=1', query: { y: [1, 'ä&'], z: undefined, deep: { a: 1 } } },
    'wss://talk.example/v1/other?x=1&y=1&y=%C3%A4%26&deep=%7B%22a%22%3A1%7D',
  ],
  [{ address: '' }, 'wss://talk.example/v1'],
  [{ address: '/' }, 'wss://talk.example/v1/'],
  [{ address: 'trailing/' }, 'wss://talk.example/v1/trailing/'],
])('the address with %j', (options, expected) => {
  expect(addressOf(rooms, options).href).toBe(expected);
});

test('an address that cannot be made is refused before anything is sent', () => {
  expect(() => addressOf(rooms, { parameters: { room: '..' } })).toThrow('".." cannot stand for "room"');
  expect(() => addressOf({ name: 'x', address: '/{id}', received: [] }, { baseUrl: 'ws://a' })).toThrow(
    'a value for "id"',
  );
  expect(() => addressOf(channel, {})).toThrow('The contract has no server for talk: give a "baseUrl"');
  expect(() => addressOf({ ...rooms, server: 'wss://{region}.example' }, {})).toThrow('has variables');
  expect(() => addressOf({ name: 'x', received: [] }, { baseUrl: 'ws://a' })).toThrow('no address of its own');
});

test('the handshake carries address, subprotocols, headers and credentials', async () => {
  const seen: unknown[] = [];
  await using server = await serve(
    (socket, { url, headers }) => {
      seen.push({
        url,
        authorization: headers.authorization,
        key: headers['x-key'],
        cookie: headers.cookie,
        trace: headers['x-trace'],
      });
      socket.close(1000);
    },
    { handleProtocols: (offered) => [...offered].at(-1) ?? false },
  );
  const secured: ChannelData = {
    ...rooms,
    security: [
      { scheme: 'Token', type: 'bearer' },
      { scheme: 'Key', type: 'apiKey', in: 'header', name: 'X-Key' },
      { scheme: 'Query', type: 'apiKey', in: 'query', name: 'k' },
      { scheme: 'Cookie', type: 'apiKey', in: 'cookie', name: 'c' },
    ],
  };
  const connection = await connectChannel<Heard>(secured, {
    baseUrl: server.url,
    protocols: ['v1', 'v2'],
    headers: { 'X-Trace': 'abc', 'X-None': undefined },
    query: { q: 'é' },
    credentials: { Token: async () => 't', Key: 'k1', Query: 'k2', Cookie: 'k 3' },
  });
  expect(connection.protocol).toBe('v2');
  await connection.closed;
  expect(seen).toEqual([
    { url: '/rooms/hall?q=%C3%A9&k=k2', authorization: 'Bearer t', key: 'k1', cookie: 'c=k%203', trace: 'abc' },
  ]);
});

test('name and password become a header, and a browser offers a token as a subprotocol', async () => {
  const seen: unknown[] = [];
  await using server = await serve((socket, { headers }) => {
    seen.push([headers.authorization, headers['sec-websocket-protocol']]);
    socket.close(1000);
  });
  const login: ChannelData = {
    ...channel,
    security: [
      { scheme: 'Login', type: 'basic' },
      { scheme: 'Token', type: 'bearer' },
    ],
  };
  const basic = { credentials: { Login: { username: 'ü', password: 'p' } } };
  await (await connectChannel<Heard>(login, { baseUrl: server.url, ...basic })).closed;
  const offered = { protocols: 'v1', bearerProtocol: 'bearer.', credentials: { Token: 'abc' } };
  await (await connectChannel<Heard>(login, { baseUrl: server.url, ...offered })).closed;
  expect(seen).toEqual([
    [`Basic ${Buffer.from('ü:p').toString('base64')}`, undefined],
    [undefined, 'v1, bearer.abc'],
  ]);
});

test('a WebSocket that takes no headers says what to do', async () => {
  const standard = { WebSocket: globalThis.WebSocket };
  globalThis.WebSocket = class {
    constructor(_url: string, protocols: unknown) {
      // Browsers take the object for the name of a subprotocol.
      if (!Array.isArray(protocols)) throw new SyntaxError('[object Object] is no subprotocol');
    }
  } as unknown as typeof WebSocket; // It is never used as one.
  const connecting = connectChannel<Heard>(channel, { baseUrl: 'ws://localhost', headers: { a: 'b' } });
  await expect(connecting.finally(() => Object.assign(globalThis, standard))).rejects.toThrow('takes no headers');
});

test('nobody there, a refused handshake and a wrong subprotocol are errors of connecting', async () => {
  await using server = await serve(() => undefined, { verifyClient: ({ req }, done) => done(req.url === '/', 401) });
  const nobody = await connectChannel<Heard>(channel, { baseUrl: 'ws://127.0.0.1:1' }).catch((error: unknown) => error);
  expect(nobody).toBeInstanceOf(ConnectError);
  await expect(connectChannel<Heard>(channel, { baseUrl: server.url })).rejects.toThrow('/talk could not be reached');
  const webSocket = (url: string) => new PackageWebSocket(url);
  await expect(connectChannel<Heard>(channel, { baseUrl: server.url, webSocket })).rejects.toThrow(
    'could not be reached: Unexpected server response: 401',
  );
});

test('a service that never answers is given up in time, and an abort is quicker', async () => {
  const silent = createServer();
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const address = silent.address();
  const baseUrl = `ws://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  await expect(connectChannel<Heard>(channel, { baseUrl, connectTimeout: 50 })).rejects.toThrow(
    'did not open within 50 ms',
  );
  const connecting = connectChannel<Heard>(channel, { baseUrl, signal: AbortSignal.timeout(20) });
  await expect(connecting).rejects.toMatchObject({ name: 'TimeoutError' });
  await expect(connectChannel<Heard>(channel, { baseUrl, signal: AbortSignal.abort('no') })).rejects.toBe('no');
  silent.close();
});
