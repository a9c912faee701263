import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { openRawSpeech, openSpeech, urlOf } from './support/speech.ts';
import { type Dialled, openStreaming, type StreamingGateway } from './support/streaming.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function joined(streams: Parameters<typeof openStreaming>[1] = {}) {
  const speech = await openRawSpeech();
  cleanups.push(speech.stop);
  const gateway = await openStreaming(speech.url, streams);
  cleanups.push(gateway.stop);
  return { gateway, client: () => gateway.dial(), raw: () => rawClient(gateway), service: () => speech.connected };
}

/** A connection that has been upgraded, for bytes that no WebSocket client would send. */
async function rawClient(gateway: StreamingGateway): Promise<Socket> {
  const { status, socket } = await gateway.handshake();
  expect(status).toBe(101);
  const raw = socket as Socket; // an upgraded connection is the socket of its request
  raw.on('error', () => undefined);
  cleanups.push(() => raw.destroy());
  return raw;
}

/** The code in the closing frame that a raw connection gets. */
async function closingCode(raw: Socket): Promise<number | undefined> {
  for await (const chunk of raw) {
    const bytes: Buffer = chunk;
    if (bytes[0] === 0x88) return bytes.readUInt16BE(2);
  }
  return undefined;
}

describe('clients that break the rules', () => {
  it.each<[string, string | Buffer, string | Buffer]>([
    ['text', 'x'.repeat(65_536), 'x'.repeat(65_537)],
    ['audio', Buffer.alloc(192_000), Buffer.alloc(192_001)],
  ])('the longest frame of %s goes through, a longer one ends with 1009', async (_, longest, tooLong) => {
    const { client, service } = await joined();
    const dialled = await client();
    const upstream = await service();
    const sizes: number[] = [];
    upstream.on('message', (data: Buffer) => sizes.push(data.byteLength));
    const closed = once(upstream, 'close');
    dialled.socket.send(longest);
    dialled.socket.send(tooLong);
    expect((await dialled.closed).code).toBe(1009);
    expect([(await closed)[0], sizes]).toEqual([1001, [longest.length]]);
  });

  const mask = (bytes: number[]) => Buffer.from(bytes);
  it.each<[string, Buffer, number]>([
    ['bytes that are no frame', Buffer.from('GET / HTTP/1.1\r\n\r\n'), 1002],
    ['a frame without a mask', mask([0x81, 0x01, 0x61]), 1002],
    ['text that is no UTF-8', mask([0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28]), 1007],
    ['a frame of a petabyte', mask([0x82, 0xff, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), 1009],
    ['a compressed frame', mask([0xc1, 0x81, 0, 0, 0, 0, 0x61]), 1002],
    ['a closing code that does not exist', mask([0x88, 0x82, 0, 0, 0, 0, 0x00, 0x05]), 1002],
  ])('%s ends the stream with a word, and the service hears that the client went away', async (_, bytes, code) => {
    const { raw, service } = await joined();
    const socket = await raw();
    const upstream = await service();
    const closed = once(upstream, 'close');
    const said = closingCode(socket);
    socket.write(bytes);
    expect(await said).toBe(code);
    expect((await closed)[0]).toBe(1001);
  });

  it('of a message that is cut off the service sees nothing', async () => {
    const { raw, service } = await joined();
    const socket = await raw();
    const upstream = await service();
    const messages: unknown[] = [];
    upstream.on('message', (data) => messages.push(data));
    const closed = once(upstream, 'close');
    socket.write(mask([0x82, 0xfe, 0x10, 0x00, 0, 0, 0, 0, 1, 2, 3]));
    await wait(20);
    socket.destroy();
    expect([(await closed)[0], messages]).toEqual([1001, []]);
  });

  it('a client that is gone without a word answers no ping, and is cut off', async () => {
    const { raw, service } = await joined({ pingMs: 400 });
    const socket = await raw();
    const closed = once(await service(), 'close');
    const left = once(socket, 'close');
    // It reads, as a kernel does for a process that hangs, and never answers.
    socket.resume();
    expect((await closed)[0]).toBe(1001);
    await left;
  });

  it('a client that says nothing for too long is closed with 4408', async () => {
    const { client, service } = await joined({ idleMs: 60 });
    const dialled = await client();
    const closed = once(await service(), 'close');
    expect(await dialled.closed).toEqual({ code: 4408, reason: 'Nothing was sent for too long' });
    expect((await closed)[0]).toBe(1001);
  });

  it('a handshake that is given up while the service is asked leaves nothing behind', async () => {
    const silent = await listening(() => undefined);
    const gateway = await openStreaming(urlOf(silent), { perTenant: 1 });
    cleanups.push(gateway.stop);
    const arrived = once(silent, 'connection');
    const given = gateway.handshake().catch(() => 'gone');
    const [socket] = (await arrived) as [Socket]; // as the event's listeners get it
    const left = once(socket.resume(), 'close');
    for (const one of gateway.sent) one.destroy();
    await left;
    expect(await given).toBe('gone');
    expect(await gateway.deps.limits.held(gateway.tenant)).toBe(0);
  });
});

/** Sends audio as fast as it may, and says how much the socket took. */
async function flood(socket: Dialled['socket'], bytes: number, onTaken = (_: number): void => {}): Promise<void> {
  const frame = Buffer.alloc(64_000);
  for (let sent = 0; sent < bytes; sent += frame.byteLength) {
    onTaken(sent);
    frame.writeUInt32BE(sent / frame.byteLength);
    await new Promise((resolve, reject) =>
      socket.send(Buffer.from(frame), (error) => (error ? reject(error) : resolve(undefined))),
    );
  }
}

const mebibyte = 1024 * 1024;
const floodBytes = process.env.FULL_STREAMS === undefined ? 24 * mebibyte : 1024 * mebibyte;

describe('back-pressure', () => {
  it.each(['client', 'service'] as const)(
    'whoever is flooded holds the other up, and gets everything in its order once it reads: a slow %s',
    { timeout: 300_000 },
    async (slow) => {
      const { gateway, client, service } = await joined({ idleMs: 600_000 });
      const dialled = await client();
      const [reader, writer] =
        slow === 'client' ? [dialled.socket, await service()] : [await service(), dialled.socket];
      reader.pause();
      let sent = false;
      let taken = 0;
      const flooding = flood(writer, floodBytes, (bytes) => {
        taken = bytes;
      }).then(() => {
        sent = true;
      });
      await expect.poll(() => gateway.metric(/^stream_pauses_total.*$/gm), { timeout: 10_000 }).toHaveLength(1);
      await wait(300);
      // What is on its way fits into the sockets and the named limit: the flood is held up.
      expect(sent).toBe(false);
      expect(writer.bufferedAmount).toBeGreaterThan(0);
      expect(taken).toBeLessThan(16 * mebibyte);
      const numbers: number[] = [];
      reader.on('message', (data: Buffer) => numbers.push(data.readUInt32BE()));
      reader.resume();
      await flooding;
      await expect.poll(() => numbers.length, { timeout: 110_000 }).toBe(Math.ceil(floodBytes / 64_000));
      expect(numbers).toEqual(numbers.map((_, i) => i));
    },
  );

  it('a client that reads nothing at all is given up: 4408 to it, and the service is free', async () => {
    const { client, service } = await joined({ stallMs: 100 });
    const dialled = await client();
    const upstream = await service();
    const closed = once(upstream, 'close');
    dialled.socket.pause();
    flood(upstream, floodBytes).catch(() => undefined);
    expect((await closed)[0]).toBe(1001);
    dialled.socket.resume();
    expect(await dialled.closed).toEqual({ code: 4408, reason: 'Nothing was read for too long' });
  });

  it('a service that takes no audio is given up: 1011', async () => {
    const { client, service } = await joined({ stallMs: 100 });
    const dialled = await client();
    (await service()).pause();
    flood(dialled.socket, floodBytes).catch(() => undefined);
    expect(await dialled.closed).toEqual({ code: 1011, reason: 'The speech service takes no audio' });
  });
});

async function listening(onConnection: (socket: Socket) => void): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    cleanups.push(() => socket.destroy());
    onConnection(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  cleanups.push(() => server.close());
  return server;
}

const answering = (text: string) => (socket: Socket) => void socket.once('data', () => socket.end(text));

describe('a speech service in trouble is a problem before the upgrade', () => {
  it.each<[string, (socket: Socket) => void, number, string]>([
    ['hangs up', (socket) => socket.destroy(), 503, 'service-unavailable'],
    ['says nothing', () => undefined, 504, 'gateway-timeout'],
    ['speaks something else', answering('SSH-2.0-x\r\n'), 502, 'bad-gateway'],
    ['answers 200', answering('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'), 502, 'bad-gateway'],
    ['redirects', answering('HTTP/1.1 307 X\r\nLocation: http://127.0.0.1:1/\r\n\r\n'), 502, 'bad-gateway'],
    ['answers 500', answering('HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n'), 502, 'bad-gateway'],
    ['refuses the token', answering('HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n'), 401, 'unauthenticated'],
    ['refuses the scope', answering('HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n'), 403, 'insufficient-scope'],
    [
      'upgrades with the wrong key',
      answering('HTTP/1.1 101 X\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: x\r\n\r\n'),
      502,
      'bad-gateway',
    ],
  ])('one that %s', async (_, behaviour, status, type) => {
    const server = await listening(behaviour);
    const gateway = await openStreaming(urlOf(server), { perTenant: 1 }, { upstreamTimeoutMs: 300 });
    cleanups.push(gateway.stop);
    for (let i = 0; i < 2; i++) {
      expect(await gateway.handshake()).toMatchObject({
        status,
        headers: { 'content-type': 'application/problem+json', connection: 'close' },
        body: { status, type: `https://ai2text.example/problems/${type}` },
      });
    }
  });

  it('one that is full says when to come back', async () => {
    const speech = await openSpeech(() => false);
    cleanups.push(speech.stop);
    const gateway = await openStreaming(speech.url);
    cleanups.push(gateway.stop);
    expect(await gateway.handshake()).toMatchObject({ status: 503, headers: { 'retry-after': '7' } });
  });

  it('one that is not configured, or not there, is a 503; after ten the circuit is open', async () => {
    const without = await openStreaming(undefined);
    cleanups.push(without.stop);
    expect(await without.handshake()).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
    const gateway = await openStreaming('http://127.0.0.1:1');
    cleanups.push(gateway.stop);
    const statuses = [];
    for (let i = 0; i < 11; i++) statuses.push((await gateway.handshake()).status);
    expect(new Set(statuses)).toEqual(new Set([503]));
    expect(await gateway.metric(/^upstream_circuit_open.*streaming.*$/gm)).toEqual([
      'upstream_circuit_open{upstream="asr-streaming"} 1',
    ]);
  });
});
