import { expect, test } from 'vitest';
import { WebSocket as PackageWebSocket } from 'ws';
import { connectChannel } from '../../../generators/typescript-client/websocket/runtime/websocket-connect.ts';
import {
  ConnectionClosedError,
  InvalidMessageError,
  ReceiveOverflowError,
  UnexpectedMessageError,
} from '../../../generators/typescript-client/websocket/runtime/websocket-errors.ts';
import type { OpenWebSocket } from '../../../generators/typescript-client/websocket/runtime/websocket-open.ts';
import { channel, collect, finish, type Heard, play, say } from './channel.ts';
import { serve } from './server.ts';

const said = (text: string) => JSON.stringify({ type: 'said', text });

/** The package `ws` on the client's side as well: it can be paused. */
const pausable: OpenWebSocket = (url, { protocols, headers }) => new PackageWebSocket(url, protocols, { headers });

test('messages are told apart by what the contract fixes, and the loop ends with the connection', async () => {
  await using server = await serve((socket) => {
    socket.send(said('one'));
    socket.send(new Uint8Array([1, 2, 3]));
    socket.send('{"type":"done"}');
    socket.close(1000, 'over');
  });
  const connection = await connectChannel<Heard>(channel, { baseUrl: server.url });
  expect(await collect(connection)).toEqual([
    { name: 'said', payload: { type: 'said', text: 'one' } },
    { name: 'sound', payload: new Uint8Array([1, 2, 3]) },
    { name: 'done', payload: { type: 'done' } },
  ]);
  expect(await connection.closed).toEqual({ code: 1000, reason: 'over' });
  expect(await connection.receive()).toBe(undefined);
});

test('what is sent arrives in order, text as text and bytes as bytes, with what the contract fixes', async () => {
  const arrived: unknown[] = [];
  await using server = await serve((socket) => {
    socket.on('message', (data, isBinary) => {
      arrived.push(isBinary ? [...(data as Buffer)] : String(data)); // The server was not told to split or copy frames.
      if (arrived.length === 4) socket.close(1000);
    });
  });
  const connection = await connectChannel<Heard>(channel, { baseUrl: server.url });
  await Promise.all([
    connection.write(say, { text: 'a' }),
    connection.write(play, new Uint8Array([0, 255])),
    connection.write(play, new Uint8Array([1, 2, 3, 4]).subarray(1, 3)),
    connection.write(say, { type: undefined, text: 'b' }),
  ]);
  await connection.closed;
  expect(arrived).toEqual(['{"type":"say","text":"a"}', [0, 255], [2, 3], '{"type":"say","text":"b"}']);
});

test('a frame that no message describes is an error with the frame, and the loop can go on', async () => {
  await using server = await serve((socket) => {
    socket.send('{"type":"new"}');
    socket.send('no JSON');
    socket.send(said('after'));
    socket.close(1000);
  });
  const connection = await connectChannel<Heard>(channel, { baseUrl: server.url });
  const errors: unknown[] = [];
  for (let i = 0; i < 2; i++) await connection.receive().catch((error: unknown) => errors.push(error));
  expect(errors.map((error) => error instanceof UnexpectedMessageError && [error.message, error.frame])).toEqual([
    ['talk: A text frame came that is none of said, done, sound: {"type":"new"}', '{"type":"new"}'],
    ['talk: A text frame came that is none of said, done, sound: no JSON', 'no JSON'],
  ]);
  expect(await collect(connection)).toEqual([{ name: 'said', payload: { type: 'said', text: 'after' } }]);
});

test('with onUnexpected, a reader sees nothing of such frames', async () => {
  await using server = await serve((socket) => {
    socket.send('{"type":"new"}');
    socket.send(said('known'));
    socket.close(1000);
  });
  const frames: unknown[] = [];
  const connection = await connectChannel<Heard>(channel, {
    baseUrl: server.url,
    onUnexpected: ({ frame }) => frames.push(frame),
  });
  expect(await collect(connection)).toHaveLength(1);
  expect(frames).toEqual(['{"type":"new"}']);
});

test('a connection that is closed out of order fails those who read, after what came before', async () => {
  await using server = await serve((socket) => {
    socket.send(said('last words'));
    socket.close(4408, 'idle');
  });
  const connection = await connectChannel<Heard>(channel, { baseUrl: server.url });
  await connection.closed;
  expect(await connection.receive()).toEqual({ name: 'said', payload: { type: 'said', text: 'last words' } });
  const error = await connection.receive().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ConnectionClosedError);
  expect(error).toMatchObject({ code: 4408, reason: 'idle', channel: 'talk' });
  await expect(connection.write(say, { text: 'too late' })).rejects.toThrow('closed with code 4408: idle');
});

test('what is sent while the connection closes is refused, not dropped', async () => {
  await using server = await serve(() => undefined);
  const connection = await connectChannel<Heard>(channel, { baseUrl: server.url });
  const closing = connection.close();
  await expect(connection.write(say, { text: 'late' })).rejects.toThrow('closed with code 1000');
  expect(await closing).toEqual({ code: 1000, reason: '' });
});

test('a connection that breaks has code 1006', async () => {
  await using server = await serve((socket) => socket.terminate());
  const connection = await connectChannel<Heard>(channel, { baseUrl: server.url });
  await expect(collect(connection)).rejects.toThrow('closed with code 1006');
});

test('leaving a loop closes nothing: the next one goes on where it stopped', async () => {
  await using server = await serve((socket) => {
    for (const text of ['1', '2', '3']) socket.send(said(text));
    socket.close(1000);
  });
  const connection = await connectChannel<Heard>(channel, { baseUrl: server.url });
  for await (const message of connection) if (message.name === 'said') break;
  expect((await collect(connection)).map(({ payload }) => payload)).toEqual([
    { type: 'said', text: '2' },
    { type: 'said', text: '3' },
  ]);
});

test('waiting for a message of one name leaves the others where they are', async () => {
  await using server = await serve((socket) => {
    socket.send(said('first'));
    socket.send('{"type":"done"}');
    socket.close(1000);
  });
  const connection = await connectChannel<Heard>(channel, { baseUrl: server.url });
  expect(await connection.receive('done')).toEqual({ name: 'done', payload: { type: 'done' } });
  expect((await collect(connection)).map(({ name }) => name)).toEqual(['said']);
});

test('a request gets the answer that carries its mark, whatever comes between', async () => {
  await using server = await serve((socket) => {
    const ids: unknown[] = [];
    socket.on('message', (data) => {
      ids.push(JSON.parse(String(data)).id);
      if (ids.length < 2) return;
      socket.send(said('between'));
      for (const id of ids.toReversed()) socket.send(JSON.stringify({ type: 'done', id }));
    });
  });
  const asked = { ...channel, received: channel.received.map((one) => ({ ...one, correlation: ['id'] })) };
  const connection = await connectChannel<Heard>(asked, { baseUrl: server.url });
  const answers = await Promise.all([connection.ask(finish, { id: 1 }), connection.ask(finish, { id: 2 })]);
  expect(answers.map(({ payload }) => payload)).toEqual([
    { type: 'done', id: 1 },
    { type: 'done', id: 2 },
  ]);
  expect(await connection.receive()).toEqual({ name: 'said', payload: { type: 'said', text: 'between' } });
  await connection.close();
});

test('a request ends with its signal, and with the connection', async () => {
  await using server = await serve((socket) => {
    socket.on('message', (data) => String(data).includes('"leave"') && socket.close(4000, 'left'));
  });
  const connection = await connectChannel<Heard>(channel, { baseUrl: server.url });
  const signal = AbortSignal.timeout(20);
  await expect(connection.ask(finish, { id: 1 }, { signal })).rejects.toThrow('timeout');
  await expect(connection.ask(finish, { id: 'leave' })).rejects.toThrow('closed with code 4000: left');
});

test('sending waits until the socket has room, and goes on when the service reads', async () => {
  let read: () => void = () => undefined;
  let bytes = 0;
  await using server = await serve((socket) => {
    socket.pause();
    read = () => socket.resume();
    socket.on('message', (data: Buffer) => {
      bytes += data.byteLength;
    });
  });
  const connection = await connectChannel<Heard>(channel, { baseUrl: server.url, highWaterMark: 100_000 });
  const frame = new Uint8Array(1_000_000);
  let sent = 0;
  const sending = (async () => {
    for (; sent < 40; sent++) await connection.write(play, frame);
  })();
  await new Promise((resolve) => setTimeout(resolve, 300));
  const sentWhilePaused = sent;
  expect(sentWhilePaused).toBeLessThan(30);
  expect(connection.bufferedAmount).toBeGreaterThan(100_000);
  read();
  await sending;
  await connection.close();
  expect(bytes).toBe(40_000_000);
});

test('who waits for room learns that the connection has ended', async () => {
  await using server = await serve((socket) => {
    socket.pause();
    setTimeout(() => socket.terminate(), 50);
  });
  const connection = await connectChannel<Heard>(channel, { baseUrl: server.url, highWaterMark: 0 });
  await expect(connection.write(play, new Uint8Array(50_000_000))).rejects.toThrow(ConnectionClosedError);
});

test('more messages than may wait close the connection, and nothing is lost in silence', async () => {
  await using server = await serve((socket) => {
    for (let i = 0; i < 20; i++) socket.send(said(String(i)));
  });
  const connection = await connectChannel<Heard>(channel, { baseUrl: server.url, receiveLimit: { messages: 5 } });
  expect(await connection.closed).toMatchObject({ code: 4008 });
  const texts: unknown[] = [];
  const error = await (async () => {
    for await (const message of connection) if (message.name === 'said') texts.push(message.payload.text);
  })().catch((reason: unknown) => reason);
  expect(texts).toEqual(['0', '1', '2', '3', '4']);
  expect(error).toBeInstanceOf(ReceiveOverflowError);
});

test('a WebSocket that can be paused holds the service up instead', async () => {
  const total = 400;
  let sent = 0;
  await using server = await serve((socket) => {
    const text = said('x'.repeat(100_000));
    const next = (): void => {
      if (sent++ < total) socket.send(text, next);
      else socket.close(1000);
    };
    next();
  });
  const connection = await connectChannel<Heard>(channel, {
    baseUrl: server.url,
    receiveLimit: { messages: 5 },
    webSocket: pausable,
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(sent).toBeLessThan(total);
  expect(await collect(connection)).toHaveLength(total);
});

test('a frame that is too long closes the connection', async () => {
  await using server = await serve((socket) => {
    socket.send(said('x'));
    socket.send(said('ééé'));
  });
  const frameLimit = { text: said('ééé').length, bytes: 1 };
  const connection = await connectChannel<Heard>(channel, { baseUrl: server.url, frameLimit });
  await expect(collect(connection)).rejects.toThrow('talk: A frame of 31 bytes came, and 28 is the most');
  expect(await connection.closed).toMatchObject({ code: 4009 });
});

test('validation refuses a message before it is sent, and one that came is no message of the contract', async () => {
  await using server = await serve((socket) => {
    socket.send(said(''));
    socket.close(1000);
  });
  const connection = await connectChannel<Heard>(channel, {
    baseUrl: server.url,
    validate: ({ payload }) =>
      JSON.stringify(payload).includes('""') ? [{ pointer: '#/text', detail: 'is empty' }] : [],
  });
  await expect(connection.write(say, { text: '' })).rejects.toThrow(
    new InvalidMessageError('talk', 'say', [{ pointer: '#/text', detail: 'is empty' }]),
  );
  await expect(connection.receive()).rejects.toThrow('talk: said breaks the contract: #/text is empty');
});

test('a validator that throws ends the connection, and readers get what it threw', async () => {
  await using server = await serve((socket) => socket.send(said('x')));
  const validate = () => {
    throw new TypeError('a bad pattern');
  };
  const connection = await connectChannel<Heard>(channel, { baseUrl: server.url, validate });
  await expect(connection.receive()).rejects.toThrow('a bad pattern');
  expect(await connection.closed).toMatchObject({ code: 4011 });
});

test('a service that does not answer the closing is left after a while', async () => {
  await using server = await serve((socket) => socket.pause());
  const connection = await connectChannel<Heard>(channel, { baseUrl: server.url, closeTimeout: 50 });
  expect(await connection.close()).toEqual({ code: 1006, reason: 'The service did not answer within 50 ms' });
});

test('an abort ends the connection, and everybody gets its reason', async () => {
  await using server = await serve((socket) => socket.send(said('hello')));
  const controller = new AbortController();
  const connection = await connectChannel<Heard>(channel, { baseUrl: server.url, signal: controller.signal });
  await connection.receive();
  const reading = connection.receive();
  controller.abort(new Error('enough'));
  await expect(reading).rejects.toThrow('enough');
  await expect(connection.write(say, {})).rejects.toThrow('enough');
  expect(await connection.closed).toMatchObject({ code: 1000 });
});
