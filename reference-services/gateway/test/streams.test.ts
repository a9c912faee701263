import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { readGatewayConfig } from '../src/config.ts';
import { startGateway } from '../src/start.ts';
import { issuer, newTenant, token } from './support/gateway.ts';
import { close, finalize, openRawSpeech, openSpeech, start } from './support/speech.ts';
import { openStreaming } from './support/streaming.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function kept<T extends { stop(): Promise<void> }>(opened: T): T {
  cleanups.push(() => opened.stop());
  return opened;
}

async function withSpeech(
  ...[streams, config]: [Parameters<typeof openStreaming>[1]?, Parameters<typeof openStreaming>[2]?]
) {
  const speech = kept(await openSpeech());
  return { speech, gateway: kept(await openStreaming(speech.url, streams, config)) };
}

async function withRawSpeech(streams: Parameters<typeof openStreaming>[1] = {}) {
  const speech = kept(await openRawSpeech());
  const gateway = kept(await openStreaming(speech.url, streams));
  const client = await gateway.dial();
  return { speech, gateway, client, service: await speech.connected };
}

function closedBy(socket: { once(event: 'close', listener: (code: number, reason: Buffer) => void): unknown }) {
  return new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once('close', (code, reason) => resolve({ code, reason: String(reason) }));
  });
}

describe('a stream', () => {
  it('carries a session both ways, from the handshake to the closing code', async () => {
    const { speech, gateway } = await withSpeech();
    const client = await gateway.dial({ headers: { 'X-Request-Id': 'req-of-the-test' } });
    expect([client.socket.protocol, client.upgrade.headers['x-request-id']]).toEqual([
      'ai2text.stream.v1',
      'req-of-the-test',
    ]);
    expect(speech.asked.map((headers) => headers.get('x-request-id'))).toEqual(['req-of-the-test']);
    client.send(start);
    await client.received(1);
    client.send(new Uint8Array(3_200));
    client.send(new Uint8Array(192_000));
    client.send(finalize);
    client.send(close);
    expect(await client.closed).toEqual({ code: 1000, reason: '' });
    expect(client.messages.map((text) => JSON.parse(String(text)))).toEqual([
      expect.objectContaining({ type: 'session.started', sequence: 0 }),
      expect.objectContaining({ type: 'finalized', processedSeconds: 6.1, sequence: 1 }),
      expect.objectContaining({ type: 'closing', sequence: 2 }),
      expect.objectContaining({ type: 'goodbye', audioSeconds: 6.1, sequence: 3 }),
    ]);
    await expect.poll(() => gateway.metric(/^streams_open .*$/gm)).toEqual(['streams_open 0']);
    expect(await gateway.metric(/^(streams_|http_request_duration_seconds_count.*stream).*$/gm)).toEqual([
      'http_request_duration_seconds_count{method="GET",route="/v1/stream",status="101"} 1',
      'streams_open 0',
      'streams_closed_total{code="1000"} 1',
    ]);
  });

  it('counts the audio of a tenant against its quota, and streams of a tenant that has none left are a 429', async () => {
    const { gateway } = await withSpeech({}, { audioSeconds: { requests: 7, windowSeconds: 3_600 } });
    const bearer = await token();
    const client = await gateway.dial({ bearer });
    client.send(start);
    client.send(new Uint8Array(192_000));
    client.send(close);
    await client.closed;
    await expect.poll(() => gateway.metric(/^streams_open .*$/gm)).toEqual(['streams_open 0']);
    const headers = { Authorization: `Bearer ${bearer}` };
    const { quotas } = await (await gateway.app.request('/v1/quotas', { headers })).json();
    expect(quotas.slice(2)).toEqual([
      {
        name: 'audio-seconds',
        unit: 'seconds',
        limit: 7,
        remaining: 1,
        windowSeconds: 3_600,
        resetsAt: expect.any(String),
      },
      { name: 'streams', unit: 'streams', limit: 20, remaining: 20, windowSeconds: 1, resetsAt: expect.any(String) },
    ]);
    const next = await gateway.dial({ bearer });
    next.send(start);
    next.send(new Uint8Array(64_000));
    next.send(close);
    await next.closed;
    await expect.poll(() => gateway.metric(/^streams_open .*$/gm)).toEqual(['streams_open 0']);
    expect(await gateway.handshake(headers)).toMatchObject({
      status: 429,
      headers: { 'ratelimit-policy': '"audio-seconds";q=7;qu="seconds";w=3600' },
    });
  });

  it('takes the token of a browser from the subprotocols, and passes on only what is left', async () => {
    const { speech, gateway } = await withSpeech();
    const offered = `ai2text.stream.v1, bearer.${await token()}`;
    const answer = await gateway.handshake({ Authorization: undefined, 'Sec-WebSocket-Protocol': offered });
    expect([answer.status, answer.headers['sec-websocket-protocol']]).toEqual([101, 'ai2text.stream.v1']);
    expect(speech.asked[0]?.get('sec-websocket-protocol')).toBe('ai2text.stream.v1');
    expect(speech.asked[0]?.get('authorization')).toBe(`Bearer ${offered.split('bearer.')[1]}`);
    answer.socket?.destroy();
  });

  it('50 at once each get their own words', { timeout: 20_000 }, async () => {
    const { gateway } = await withSpeech({ perTenant: 50 });
    const clients = await Promise.all(Array.from({ length: 50 }, () => gateway.dial()));
    expect(await gateway.metric(/^streams_open .*$/gm)).toEqual(['streams_open 50']);
    await Promise.all(
      clients.map(async (client, i) => {
        client.send(start);
        for (let frame = 0; frame < 20; frame++) client.send(new Uint8Array(32 * (i + 1)));
        client.send(close);
        await client.closed;
      }),
    );
    const heard = clients.map(({ messages }) => JSON.parse(String(messages.at(-1))).audioSeconds);
    expect(heard).toEqual(clients.map((_, i) => (20 * 32 * (i + 1)) / 32_000));
  });
});

describe('before the upgrade', () => {
  const expired = () => token({ lifetimeSeconds: -60 });
  const unscoped = () => issuer.issue({ tenant: newTenant(), scopes: ['jobs:read'] });
  it.each<[string, () => Promise<Record<string, string | undefined>>, number, string]>([
    ['no token', async () => ({ Authorization: undefined }), 401, 'unauthenticated'],
    ['a token that has expired', async () => ({ Authorization: `Bearer ${await expired()}` }), 401, 'unauthenticated'],
    ['no scope for it', async () => ({ Authorization: `Bearer ${await unscoped()}` }), 403, 'insufficient-scope'],
    ['the origin of a stranger', async () => ({ Origin: 'https://evil.example' }), 403, 'origin-not-allowed'],
    ['another subprotocol', async () => ({ 'Sec-WebSocket-Protocol': 'mqtt' }), 400, 'invalid-request'],
    ['another version', async () => ({ 'Sec-WebSocket-Version': '8' }), 400, 'invalid-request'],
    ['no key', async () => ({ 'Sec-WebSocket-Key': undefined }), 400, 'invalid-request'],
    ['another upgrade', async () => ({ Upgrade: 'h2c' }), 400, 'invalid-request'],
  ])('%s is a problem, and the service is not asked', async (_, headers, status, type) => {
    const { speech, gateway } = await withSpeech({}, { allowedOrigins: ['https://app.example'] });
    const answer = await gateway.handshake(await headers());
    expect([answer.status, answer.headers['content-type'], answer.body]).toEqual([
      status,
      'application/problem+json',
      expect.objectContaining({
        status,
        type: `https://ai2text.example/problems/${type}`,
        requestId: expect.any(String),
      }),
    ]);
    expect(speech.asked).toEqual([]);
  });

  it('a page of an origin that is named may open one', async () => {
    const { gateway } = await withSpeech({}, { allowedOrigins: ['https://app.example'] });
    const answer = await gateway.handshake({ Origin: 'https://app.example' });
    expect(answer.status).toBe(101);
    answer.socket?.destroy();
  });

  it('as many as a tenant may have are a 429 until one ends, others may still come', async () => {
    const { gateway } = await withSpeech({ perTenant: 2 });
    const bearer = await token();
    const clients = [await gateway.dial({ bearer }), await gateway.dial({ bearer })];
    const refused = await gateway.handshake({ Authorization: `Bearer ${bearer}` });
    expect(refused).toMatchObject({
      status: 429,
      headers: {
        ratelimit: '"streams";r=0;t=5',
        'ratelimit-policy': '"streams";q=2;qu="concurrent-requests";w=1',
        'retry-after': '5',
      },
      body: { detail: 'The tenant has 2 streams open, as many as it may have at once. Try again in 5 seconds.' },
    });
    await gateway.dial();
    clients[0]?.socket.close();
    await clients[0]?.closed;
    await expect.poll(() => gateway.metric(/^streams_open .*$/gm)).toEqual(['streams_open 2']);
    await expect(gateway.dial({ bearer })).resolves.toBeDefined();
  });

  it('handshakes count as requests of the client', async () => {
    const { gateway } = await withSpeech({}, { clientLimit: { requests: 1, windowSeconds: 60 } });
    const first = await gateway.handshake();
    const second = await gateway.handshake();
    expect([first.status, second.status, second.headers['ratelimit-policy']]).toEqual([101, 429, '"client";q=1;w=60']);
    first.socket?.destroy();
  });
});

describe('the end of one side is the end of the other', () => {
  it.each([
    ['1000', 1000, 'done', { code: 1000, reason: 'done' }],
    [
      '4429',
      4429,
      'Audio came much faster than real time',
      { code: 4429, reason: 'Audio came much faster than real time' },
    ],
    ['no code', undefined, undefined, { code: 1005, reason: '' }],
  ])('closed by the service with %s', async (_, code, reason, expected) => {
    const { client, service } = await withRawSpeech();
    service.send('last words');
    service.close(code, reason);
    expect(await client.closed).toEqual(expected);
    expect(client.messages).toEqual(['last words']);
  });

  it.each([
    ['1000', 1000, 1000],
    ['4000', 4000, 4000],
    ['no code', undefined, 1005],
  ])('closed by the client with %s', async (_, code, expected) => {
    const { client, service } = await withRawSpeech();
    const closed = closedBy(service);
    client.socket.close(code);
    expect((await closed).code).toBe(expected);
  });

  it('a service that is gone without a word is a fault of the service: 1011', async () => {
    const { client, service } = await withRawSpeech();
    service.terminate();
    expect(await client.closed).toEqual({ code: 1011, reason: 'The speech service is gone' });
  });

  it('of a client that is gone without a word the service hears that it went away: 1001', async () => {
    const { client, service } = await withRawSpeech();
    const closed = closedBy(service);
    client.socket.terminate();
    expect((await closed).code).toBe(1001);
  });

  it('a token that expires ends the stream: 4401', async () => {
    const speech = kept(await openRawSpeech());
    const gateway = kept(await openStreaming(speech.url));
    // Five seconds are tolerated, because clocks differ.
    const client = await gateway.dial({ bearer: await token({ lifetimeSeconds: -4 }) });
    const service = await speech.connected;
    const closed = closedBy(service);
    expect(await client.closed).toEqual({ code: 4401, reason: 'The token has expired' });
    expect((await closed).code).toBe(1001);
  });

  it('a gateway that is stopped ends its streams, and does not wait for their clients', async () => {
    const speech = kept(await openSpeech());
    const { streams } = readGatewayConfig({});
    const gateway = await startGateway(
      { port: 0, host: '127.0.0.1', logLevel: 'silent', streams: { ...streams, url: speech.url, graceMs: 10 } },
      { issuer },
    );
    const headers = { Authorization: `Bearer ${await token()}` };
    const client = new WebSocket(`ws://127.0.0.1:${gateway.port}/v1/stream`, ['ai2text.stream.v1'], { headers });
    const closed = closedBy(client);
    await new Promise((resolve) => client.once('open', resolve));
    await gateway.stop();
    expect((await closed).code).toBe(1001);
  });

  it('a shutdown closes streams with 1001 once their grace is over, and new ones are a 503', async () => {
    const { speech, gateway } = await withSpeech();
    const client = await gateway.dial();
    const drained = gateway.deps.streams.drain(30);
    expect(await gateway.handshake()).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
    expect(await client.closed).toEqual({ code: 1001, reason: 'The gateway is shutting down; connect again' });
    await drained;
    expect(speech.asked).toHaveLength(1);
  });
});
