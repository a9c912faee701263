import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../generators/hono-server/runtime/senders/public-address.ts';
import { honoServer } from '../../../generators/hono-server/target.ts';
import { compile, settings } from './compile.ts';
import { generateInto, moduleUrl, readFixture, type Written } from './generate.ts';

type Send = (to: unknown, message?: object, options?: object) => Promise<Readonly<Record<string, unknown>>>;
type Senders = Readonly<Record<'onData' | 'sendEverything' | 'newsPublished', Send>>;
interface Generated {
  createSenders(options?: object): Senders;
}

const fixture = 'tests/generators/hono-server/fixtures/senders.yaml';
let written: Written;
let generated: Generated;
beforeAll(async () => {
  written = generateInto(honoServer, readFixture(fixture));
  generated = await import(/* @vite-ignore */ moduleUrl(written, 'index.ts'));
});
afterAll(() => written.remove());

/** The senders with a network that answers as it is told, and what was sent. */
function start(options: object = {}, answer: () => Response = () => new Response(null, { status: 202 })) {
  const sent: { readonly request: Request; readonly body: string }[] = [];
  const violations: unknown[] = [];
  const senders = generated.createSenders({
    fetch: async (request: Request) => {
      sent.push({ request, body: await request.clone().text() });
      return answer();
    },
    onMessageViolation: (violation: unknown) => violations.push(violation),
    ...options,
  });
  return { senders, sent, violations };
}

const news = { id: 7, title: 'Rain' };
const exchange = {
  context: {
    request: new Request('https://api.example/subscriptions/a%20b?token=s%26cret', {
      method: 'POST',
      headers: { 'x-reply-to': 'me@example.com' },
    }),
  },
  input: { path: { topic: 'a b' }, body: { callbackUrl: 'https://ann.example/hooks', 'a/b': '../x' } },
  output: { status: 201, body: { id: 5 }, headers: { Location: '/subscriptions/5' } },
};

describe('a callback', () => {
  it('goes where the request asked for it, and no value becomes another part of the URL', async () => {
    const { senders, sent } = start();
    const result = await senders.onData(exchange, { body: news });
    expect(result).toEqual({ status: 202, contentType: undefined, body: undefined, headers: expect.any(Headers) });
    expect(sent.map(({ request: { method, url }, body }) => [method, url, body])).toEqual([
      ['POST', 'https://ann.example/hooks/data?token=s%26cret', '{"id":7,"title":"Rain"}'],
    ]);
  });

  it('takes every runtime expression', async () => {
    const { senders, sent } = start({}, () => new Response(null, { status: 204 }));
    await senders.sendEverything(exchange);
    expect(sent[0]?.request.url).toBe(
      `https://hooks.example/POST/201/a%20b/me%40example.com/..%2Fx/5/%2Fsubscriptions%2F5?url=${encodeURIComponent(exchange.context.request.url)}`,
    );
  });

  it('goes to the address that the caller gives', async () => {
    const { senders, sent } = start();
    await senders.onData('https://ann.example/x?y=1#z', { body: news });
    await senders.onData(new URL('https://ann.example'), { body: news });
    expect(sent.map(({ request }) => request.url)).toEqual(['https://ann.example/x?y=1', 'https://ann.example/']);
  });

  it.each([
    ['a value that is missing', {}, 'have no value for $request.body#/callbackUrl'],
    ['a value that is no text', { callbackUrl: {} }, 'have no value for $request.body#/callbackUrl'],
    ['a relative URL', { callbackUrl: '/hooks' }, 'is no absolute URL of http or https'],
    ['another scheme', { callbackUrl: 'file:///etc/passwd' }, 'is no absolute URL of http or https'],
    ['credentials', { callbackUrl: 'https://a:b@ann.example' }, 'holds credentials'],
    ['this machine', { callbackUrl: 'http://127.1:8080' }, 'http://127.0.0.1:8080 may not be sent to'],
    ['a private network', { callbackUrl: 'http://[fd00::1]' }, 'may not be sent to'],
  ])('is not sent to %s', async (_, body, message) => {
    const { senders, sent } = start();
    const failure = senders.onData({ ...exchange, input: { body } }, { body: news });
    await expect(failure).rejects.toMatchObject({ name: 'AddressError', message: expect.stringContaining(message) });
    expect(sent).toEqual([]);
  });

  it('is not sent where the service does not allow it', async () => {
    const { senders, sent } = start({ allow: async ({ hostname }: URL) => hostname !== 'ann.example' });
    await expect(senders.onData(exchange, { body: news })).rejects.toThrow('https://ann.example may not be sent to');
    expect(sent).toEqual([]);
  });

  it('brings a typed answer by its status, and refuses one that the contract does not know', async () => {
    const gone = () => Response.json({ reason: 'moved' }, { status: 410 });
    expect(await start({}, gone).senders.onData(exchange, { body: news })).toMatchObject({
      status: 410,
      contentType: 'application/json',
      body: { reason: 'moved' },
    });
    const wrong = () => Response.json({}, { status: 410 });
    await expect(start({}, wrong).senders.onData(exchange, { body: news })).rejects.toMatchObject({
      name: 'MessageError',
      faults: [{ pointer: '#/reason', detail: 'is missing' }],
    });
    const other = () => new Response('', { status: 500 });
    await expect(start({}, other).senders.onData(exchange, { body: news })).rejects.toMatchObject({
      name: 'UnexpectedResponseError',
      status: 500,
    });
  });

  it('reads no more of an answer than it is told', async () => {
    const endless = () => Response.json({ reason: 'x'.repeat(200) }, { status: 410 });
    const { senders } = start({ maxAnswerBytes: 100 }, endless);
    await expect(senders.onData(exchange, { body: news })).rejects.toThrow('longer than the 100 bytes');
  });
});

describe('the body of a message', () => {
  it('is held against the contract before it is sent', async () => {
    const { senders, sent, violations } = start();
    const failure = senders.onData(exchange, { body: { id: 7, title: '' } });
    await expect(failure).rejects.toMatchObject({ name: 'MessageError', faults: [{ pointer: '#/title' }] });
    expect([sent, violations]).toMatchObject([[], [{ operationId: 'onData' }]]);
  });

  it('is sent nevertheless where the service only logs, and unseen where it does not validate', async () => {
    const wrong = { body: { id: 7, title: '' } };
    const logging = start({ validateMessages: 'log' });
    await logging.senders.onData(exchange, wrong);
    expect([logging.sent.length, logging.violations.length]).toEqual([1, 1]);
    const blind = start({ validateMessages: false });
    await blind.senders.onData(exchange, wrong);
    expect([blind.sent.length, blind.violations.length]).toEqual([1, 0]);
  });

  it('never holds what is write-only', async () => {
    const { senders, sent } = start({ validateMessages: false });
    await senders.onData(exchange, { body: { ...news, draft: 'secret' } });
    expect(sent[0]?.body).toBe('{"id":7,"title":"Rain"}');
  });
});

describe('a webhook', () => {
  const key = Buffer.from('0123456789abcdef');
  const secret = `whsec_${key.toString('base64')}`;
  const message = { headers: { 'X-Kind': 'weather' }, query: { page: 2 }, body: news };
  const ok = () => new Response(null, { status: 200 });

  it('carries its parameters, its credentials and a signature as Standard Webhooks says', async () => {
    const { senders, sent } = start({ secret: [secret, key], credentials: { Key: 'k' } }, ok);
    await senders.newsPublished('https://ann.example/in?x=1', message, { id: 'msg_1' });
    const { headers, url } = sent[0]?.request ?? new Request('about:blank');
    expect([url, headers.get('x-kind'), headers.get('x-key')]).toEqual([
      'https://ann.example/in?x=1&page=2',
      'weather',
      'k',
    ]);
    const timestamp = headers.get('webhook-timestamp') ?? '';
    expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(5);
    const signed = createHmac('sha256', key).update(`msg_1.${timestamp}.${sent[0]?.body}`).digest('base64');
    expect([headers.get('webhook-id'), headers.get('webhook-signature')]).toEqual([
      'msg_1',
      `v1,${signed} v1,${signed}`,
    ]);
  });

  it('asks for a secret where the contract asks for a signature', async () => {
    const { senders, sent } = start({}, ok);
    await expect(senders.newsPublished('https://ann.example', message)).rejects.toThrow('Pass a secret');
    await senders.newsPublished('https://ann.example', message, { secret });
    expect(sent).toHaveLength(1);
  });

  it('is sent again after a passing failure, with the same id and a new signature', async () => {
    let attempts = 0;
    const answer = () => new Response(null, { status: ++attempts === 1 ? 503 : 200, headers: { 'retry-after': '1' } });
    const { senders, sent } = start({ secret, retry: { attempts: 2, delay: 1 } }, answer);
    await senders.newsPublished('https://ann.example', message);
    const header = (name: string) => sent.map(({ request }) => request.headers.get(name));
    const [first, second] = header('webhook-id');
    expect([sent.length, first === second, new Set(header('webhook-signature')).size]).toEqual([2, true, 2]);
  });
});

it('over a real socket, redirects are not followed and a silent receiver is given up', async () => {
  const seen: string[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    seen.push(request.url ?? '');
    if (request.url === '/silent') return;
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const senders = generated.createSenders({ allow: () => true });
  await expect(senders.onData(`${url}/moved`, { body: news })).rejects.toMatchObject({ status: 302 });
  const silence = senders.onData(`${url}/silent`, { body: news }, { timeout: 100 });
  await expect(silence).rejects.toMatchObject({ name: 'TimeoutError' });
  await expect(generated.createSenders().onData(url, { body: news })).rejects.toMatchObject({ name: 'AddressError' });
  expect(seen).not.toContain('/elsewhere');
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

it.each([
  ...['http://localhost', 'http://a.localhost', 'http://printer.local', 'http://metadata.google.internal', 'http://db'],
  ...[
    'http://0',
    'http://0x7f.1',
    'http://2130706433',
    'http://10.1.2.3',
    'http://169.254.169.254',
    'http://172.31.0.1',
  ],
  ...['http://192.168.0.1.', 'http://100.64.0.1', 'http://224.0.0.1', 'http://255.255.255.255', 'http://[::1]'],
  ...['http://[::]', 'http://[::ffff:127.0.0.1]', 'http://[fe80::1]', 'http://[fd12::1]', 'http://[64:ff9b::7f00:1]'],
  ...['http://[2002:7f00:1::]', 'http://[2001::1]', 'http://[2001:db8::1]', 'http://[ff02::1]', 'ftp://example.com'],
])('%s is no public address', (url) => {
  expect(isPublicAddress(new URL(url))).toBe(false);
});

it.each([
  'https://example.com',
  'http://8.8.8.8:8080',
  'https://172.32.0.1',
  'https://[2606:4700::1111]',
  'https://x.y.',
])('%s may be a public address', (url) => {
  expect(isPublicAddress(new URL(url))).toBe(true);
});

it.each(settings)('senders are typed by their messages and answers, %s', async (_, importExtension, options) => {
  const typed = generateInto(honoServer, readFixture(fixture), importExtension);
  const usage = `import type { Handlers } from './handlers${importExtension}';
import { createSenders } from './senders${importExtension}';
const senders = createSenders({ credentials: { Key: async () => 'k' } });
export const handlers = {
  subscribe: async (input, context) => {
    const output = { status: 201 as const, body: { id: 1 }, headers: { Location: '/1' } };
    const answer = await senders.onData({ context, input, output }, { body: { id: 1, title: 'Rain' } });
    if (answer.status === 410) answer.body.reason.trim();
    // @ts-expect-error There is no such status.
    if (answer.status === 411) return output;
    await senders.newsPublished('https://a.example', { headers: { 'X-Kind': 'x' }, body: { id: 1, title: 'Rain' } });
    // @ts-expect-error A title is missing.
    await senders.onData('https://a.example', { body: { id: 1 } });
    // @ts-expect-error Nobody asked for a webhook.
    await senders.newsPublished({ context, input }, { headers: { 'X-Kind': 'x' }, body: { id: 1, title: 'Rain' } });
    return output;
  },
} satisfies Handlers<undefined>;
`;
  const complaints = await compile(typed, options, { 'usage.ts': usage });
  typed.remove();
  expect(complaints).toEqual([]);
});
