import { createHmac, createPublicKey } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../common/listen.ts';
import { issuer, newTenant, openTestGateway, type TestGateway, token } from './support/gateway.ts';

let gateway: TestGateway;
let server: Listening;
let bearer: string;
beforeAll(async () => {
  gateway = await openTestGateway({ config: { bodyTimeoutMs: 400, allowedOrigins: ['https://app.example'] } });
  const http = { headersTimeout: 150, requestTimeout: 0, connectionsCheckingInterval: 50 };
  server = await listen(gateway.app, { port: 0, host: '127.0.0.1', http, upgrades: gateway.upgrades });
  bearer = await token();
});
afterAll(async () => {
  await server.close();
  await gateway.close();
});

const claims = { iss: issuer.issuer, aud: issuer.audience, tenant: newTenant(), scope: 'jobs:read', sub: 'x' };

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function unsigned(header: object): string {
  return `${part(header)}.${part({ ...claims, exp: 4_102_444_800 })}`;
}

/** The public key, which everybody knows, used as the secret of an HMAC. */
function signedWithPublicKey(): string {
  const [key = {}] = issuer.keys.keys;
  const pem = createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  const text = unsigned({ alg: 'HS256', kid: 'development' });
  return `${text}.${createHmac('sha256', pem).update(text).digest('base64url')}`;
}

async function byAnotherKey(header: { alg: string; kid: string }): Promise<string> {
  const { privateKey } = await generateKeyPair(header.alg);
  return new SignJWT(claims).setProtectedHeader(header).setExpirationTime('1h').sign(privateKey);
}

describe('tokens', () => {
  it.each<[string, () => string | Promise<string>]>([
    ['of the algorithm "none"', () => `${unsigned({ alg: 'none' })}.`],
    ['signed by HS256 with the public key', signedWithPublicKey],
    ['of another algorithm', () => byAnotherKey({ alg: 'PS256', kid: 'development' })],
    ['by another key under a known kid', () => byAnotherKey({ alg: 'RS256', kid: 'development' })],
    ['of an unknown kid', () => byAnotherKey({ alg: 'RS256', kid: 'nobody' })],
    ['that has expired', () => token({ lifetimeSeconds: -60 })],
    ['that is no token', () => 'a.b.c'],
  ])('a token %s is a 401 problem that says nothing of the token', async (_, make) => {
    const bad = await make();
    const answer = await gateway.app.request('/v1/jobs', { headers: { Authorization: `Bearer ${bad}` } });
    const text = await answer.text();
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([401, 'application/problem+json']);
    expect(answer.headers.get('WWW-Authenticate')).toMatch(/^Bearer realm="ai2text", error="invalid_token"/);
    expect(text).not.toContain(bad.slice(-20));
  });
});

async function problemOf(response: Response) {
  const { status, type } = await response.json();
  return { status: response.status, said: status, type: String(type).split('/').at(-1) };
}

function post(path: string, body: string, headers: Record<string, string> = {}) {
  const all = { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json', ...headers };
  return gateway.app.request(path, { method: 'POST', headers: all, body });
}

describe('bodies', () => {
  it('a body that is too large is a 413, by what it declares and by what it is', async () => {
    const large = JSON.stringify({ query: 'x'.repeat(1024 * 1024) });
    const expected = { status: 413, said: 413, type: 'payload-too-large' };
    expect(await problemOf(await post('/v1/search', large))).toEqual(expected);
    expect(await problemOf(await post('/v1/search', '{}', { 'Content-Length': '99999999' }))).toEqual(expected);
  });

  it.each([
    ['deep lists', '['.repeat(100_000)],
    ['deep objects', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
    ['__proto__', '{"query":"x","__proto__":{"filters":{}}}'],
    ['constructor', '{"query":"x","constructor":{"prototype":{"admin":true}}}'],
    ['a member twice', '{"query":"x","query":1}'],
  ])('%s are refused as they are', async (_, body) => {
    const { status } = await problemOf(await post('/v1/search', body));
    expect([400, 422]).toContain(status);
    expect(Object.prototype).not.toHaveProperty('admin');
  });

  it('a body that does not arrive is a 408', async () => {
    const text = await talk(
      `POST /v1/search HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${bearer}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"que`,
    );
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
    expect(text).toContain('https://ai2text.example/problems/request-timeout');
  });
});

/** Sends one piece after another, without haste. */
async function drip(pieces: readonly string[], everyMs: number): Promise<string> {
  let text = '';
  const socket = connect(server.port, '127.0.0.1').setEncoding('latin1');
  const closed = new Promise((resolve) => socket.on('close', resolve));
  socket.on('data', (chunk) => {
    text += chunk;
  });
  socket.on('error', () => undefined);
  for (const piece of pieces) {
    if (socket.destroyed || text !== '') break;
    socket.write(piece);
    await wait(everyMs);
  }
  socket.end();
  await closed;
  return text;
}

describe('slow and malformed requests', () => {
  const head = (path: string, more: string) =>
    `POST ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${bearer}\r\n${more}`;

  it('a body that comes a byte at a time is a 408 when its time is over, although it never stalls', async () => {
    const start = head('/v1/search', 'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n');
    const text = await drip([start, ...'{"query":"'.padEnd(100, 'x')], 10);
    expect(text).toMatch(/^HTTP\/1\.1 408 [\s\S]*application\/problem\+json[\s\S]*problems\/request-timeout/);
  });

  it('a head that comes a byte at a time is a 408, and holds no connection open', async () => {
    const text = await drip([...'GET /v1/me HTTP/1.1\r\nX-Slow: '.padEnd(200, 'x')], 10);
    expect(text).toMatch(/^HTTP\/1\.1 408 [\s\S]*application\/problem\+json[\s\S]*did not arrive in time/);
  });

  it.each([
    ['that is no HTTP', 'EHLO mail\r\n\r\n', 400],
    ['with a line break in a header', 'GET /v1/me HTTP/1.1\r\nHost: x\r\nX-A: b\nX-Injected: yes\r\n\r\n', 400],
    [
      'with two lengths',
      'POST /v1/search HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      400,
    ],
    [
      'with a length and chunks, as smuggled ones have',
      'POST /v1/search HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['with a head of 100 KB', `GET /v1/me HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(100_000)}\r\n\r\n`, 431],
  ])('a request %s is a problem without a word of the inside', async (_, bytes, status) => {
    const text = await drip([bytes], 50);
    const [lines = '', body = ''] = text.split('\r\n\r\n');
    expect(lines).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(lines.toLowerCase()).toContain('content-type: application/problem+json');
    expect(lines.toLowerCase()).not.toContain('x-injected');
    expect(JSON.parse(body)).toMatchObject({ status, requestId: expect.stringMatching(/^req_/) });
  });

  it('a body in chunks that goes on for ever is a 413 or a 408', async () => {
    const start = head('/v1/search', 'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n');
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    const text = await drip([start, ...Array(40).fill(chunk)], 1);
    expect(text).toMatch(/^HTTP\/1\.1 (413|408) /);
  });
});

/** What the server says to bytes that no HTTP client would send. */
function talk(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(server.port, '127.0.0.1', () => socket.write(bytes));
    socket.setEncoding('latin1').setTimeout(1_500, () => socket.destroy());
    socket.on('data', (chunk) => {
      text += chunk;
      if (text.endsWith('}')) socket.destroy();
    });
    socket.on('close', () => resolve(text)).on('error', reject);
  });
}

describe('names and headers', () => {
  it.each(['..%2f..%2fetc%2fpasswd', '%2e%2e%2f', 'rec_01M7VBSJEG08Y4YCWC4KHBX95N%00', "rec_1'--", '__proto__'])(
    'the identifier %s is refused before any service is asked',
    async (id) => {
      for (const path of [`/v1/recordings/${id}`, `/v1/uploads/${id}`, `/v1/jobs/${id}`]) {
        const answer = await gateway.app.request(path, { headers: { Authorization: `Bearer ${bearer}` } });
        expect(await problemOf(answer)).toMatchObject({ status: 400, type: 'invalid-request' });
      }
    },
  );

  it.each(['../../etc/passwd', '..\\\\windows', 'a\\u0000.wav'])('the file name %s is refused', async (fileName) => {
    const body = `{"fileName":"${fileName}","sizeBytes":10,"metadata":{"language":"vi-VN"}}`;
    const answer = await post('/v1/resumable-uploads', body, { 'Idempotency-Key': 'a-key-of-the-test' });
    expect(await problemOf(answer)).toMatchObject({ status: 400, type: 'invalid-request' });
  });

  it('no header gets into an answer by the request id', async () => {
    const answer = await talk(
      'GET /v1/me HTTP/1.1\r\nHost: x\r\nX-Request-Id: a%0d%0aX-Injected: yes\r\nConnection: close\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
    expect(answer.toLowerCase()).not.toMatch(/\r\nx-injected/);
  });

  it('pages of a named origin may call, others may not, and answers cannot be framed or sniffed', async () => {
    const preflight = (origin: string) =>
      gateway.app.request('/v1/me', {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': 'GET' },
      });
    const named = await preflight('https://app.example');
    expect([named.status, named.headers.get('Access-Control-Allow-Origin')]).toEqual([204, 'https://app.example']);
    expect((await preflight('https://evil.example')).headers.get('Access-Control-Allow-Origin')).toBeNull();
    const { headers } = await gateway.app.request('/health');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Content-Security-Policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('Access-Control-Allow-Credentials')).toBeNull();
  });
});
