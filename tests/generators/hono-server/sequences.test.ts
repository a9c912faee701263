import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractTests } from '../../../generators/contract-tests/target.ts';
import { honoServer } from '../../../generators/hono-server/target.ts';
import { compile, settings } from './compile.ts';
import { generateInto, moduleUrl, readFixture, type Written } from './generate.ts';
import type { App } from './petstore.ts';

type Handler = (input: { body: AsyncIterable<unknown> }, context: { request: Request }) => unknown;
interface Generated {
  createRoutes(handlers: object, options: object): App;
}

let written: Written;
let generated: Generated;
beforeAll(async () => {
  written = generateInto(honoServer, readFixture('tests/generators/hono-server/fixtures/sequences.yaml'));
  generated = await import(/* @vite-ignore */ moduleUrl(written, 'index.ts'));
});
afterAll(() => written.remove());

function start(handlers: Readonly<Record<string, Handler>>, options: object = {}) {
  const violations: unknown[] = [];
  const errors: unknown[] = [];
  const none: Handler = () => ({ status: 200, body: [] });
  const app = generated.createRoutes(
    { watchPrices: none, readLog: none, writeLog: none, watchPlain: none, ...handlers },
    {
      deps: {},
      onResponseViolation: (violation: unknown) => violations.push(violation),
      onError: (error: unknown) => errors.push(error),
      ...options,
    },
  );
  return { app, violations, errors };
}

function streamOf(chunks: readonly string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });
}

const price = { event: 'price', data: { symbol: 'ABC', price: 1.5 } };

describe('a response of server-sent events', () => {
  it('takes typed events, and writes data that is JSON by the contract as JSON', async () => {
    const body = [
      { ...price, id: '1', retry: 500 },
      { event: 'note', data: 'two\nlines' },
      { event: 'symbol', data: 'ABC' },
      { event: 'note' },
    ];
    const { app, violations } = start({ watchPrices: () => ({ status: 200, body }) });
    const response = await app.request('/prices');
    expect([response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
      'text/event-stream',
      'no-cache',
    ]);
    expect(await response.text()).toBe(
      [
        'event: price\nid: 1\nretry: 500\ndata: {"symbol":"ABC","price":1.5}\n\n',
        'event: note\ndata: two\ndata: lines\n\n',
        'event: symbol\ndata: "ABC"\n\n',
        'event: note\n\n',
      ].join(''),
    );
    expect(violations).toEqual([]);
  });

  it('asks nothing of its source before somebody reads', async () => {
    let asked = 0;
    async function* events() {
      for (;;) {
        asked += 1;
        yield price;
      }
    }
    const { app } = start({ watchPrices: () => ({ status: 200, body: events() }) });
    const reader = (await app.request('/prices')).body?.getReader();
    const before = asked;
    await reader?.read();
    await reader?.cancel();
    expect([before, asked]).toEqual([0, 1]);
  });

  it('is cut off at an event that breaks the contract, which is reported', async () => {
    let ended = false;
    async function* events() {
      try {
        yield price;
        yield { event: 'price', data: { symbol: 'ABC', price: -1 } };
        yield price;
      } finally {
        ended = true;
      }
    }
    const { app, violations, errors } = start({ watchPrices: () => ({ status: 200, body: events() }) });
    const reader = (await app.request('/prices')).body?.getReader();
    expect((await reader?.read())?.done).toBe(false);
    await expect(reader?.read()).rejects.toThrow('An item of the stream does not keep to the contract.');
    expect([ended, violations.length, errors]).toEqual([true, 1, []]);
    expect(violations).toMatchObject([{ operationId: 'watchPrices', status: 200 }]);
  });

  it.each([
    ['a line break in a name', { event: 'note', id: 'a\nb' }, 'must be text without line breaks'],
    ['NUL in an id', { event: 'note', id: 'a\0' }, 'must not contain NUL'],
    ['a value that is no event', 7, 'must be an event'],
  ])('never holds %s', async (_, event, detail) => {
    const { app, violations } = start(
      { watchPrices: () => ({ status: 200, body: [event] }) },
      { validateResponses: false },
    );
    await expect((await app.request('/prices')).text()).rejects.toThrow('does not keep to the contract');
    expect(violations).toMatchObject([{ faults: [{ detail }] }]);
  });

  it('takes events, raw text and streams of bytes where nothing is said about them', async () => {
    async function* mixed() {
      yield { data: 'a', id: '7' };
      yield 'data: raw\n\n';
    }
    const { app } = start({ watchPlain: () => ({ status: 200, body: mixed() }) });
    expect(await (await app.request('/plain')).text()).toBe('id: 7\ndata: a\n\ndata: raw\n\n');
    const { app: other } = start({ watchPlain: () => ({ status: 200, body: new Blob(['data: b\n\n']).stream() }) });
    expect(await (await other.request('/plain')).text()).toBe('data: b\n\n');
  });

  it('gets comments while it is silent, as long as the client reads', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    async function* events() {
      await promise;
      yield price;
    }
    const { app } = start({ watchPrices: () => ({ status: 200, body: events() }) }, { keepAliveMs: 5 });
    const reader = (await app.request('/prices')).body?.pipeThrough(new TextDecoderStream()).getReader();
    expect(await reader?.read()).toEqual({ done: false, value: ':\n\n' });
    resolve();
    await reader?.cancel();
  });

  it('reports a source that fails, and cuts the stream off', async () => {
    async function* events() {
      yield price;
      throw new Error('The exchange is closed.');
    }
    const { app, errors } = start({ watchPrices: () => ({ status: 200, body: events() }) });
    await expect((await app.request('/prices')).text()).rejects.toThrow('The exchange is closed.');
    expect(errors).toEqual([new Error('The exchange is closed.')]);
  });

  it.each(['/prices', '/plain'])(
    'is no failure of %s where the client goes before the source has more',
    async (path) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      let ended = false;
      async function* events() {
        try {
          yield price;
          await promise;
          yield price;
        } finally {
          ended = true;
        }
      }
      const body = () => ({ status: 200, body: events() });
      const { app, errors, violations } = start({ watchPrices: body, watchPlain: body });
      const reader = (await app.request(path)).body?.getReader();
      await reader?.read();
      const cancelled = reader?.cancel();
      resolve();
      await cancelled;
      expect([ended, errors, violations]).toEqual([true, [], []]);
    },
  );

  it('ends its source at once for HEAD', async () => {
    let ended = false;
    const source = {
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise(() => undefined),
        return: async () => {
          ended = true;
          return { done: true, value: undefined };
        },
      }),
    };
    const { app } = start({ watchPrices: () => ({ status: 200, body: source }) });
    const response = await app.request('/prices', { method: 'HEAD' });
    expect([response.status, response.headers.get('content-type'), response.body, ended]).toEqual([
      200,
      'text/event-stream',
      null,
      true,
    ]);
  });

  it('is pulled only as fast as the client reads', async () => {
    let made = 0;
    async function* events() {
      for (; made < 1000; made += 1) yield price;
    }
    const { app } = start({ watchPrices: () => ({ status: 200, body: events() }) });
    const reader = (await app.request('/prices')).body?.getReader();
    for (let i = 0; i < 3; i += 1) await reader?.read();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(made).toBeLessThan(5);
    await reader?.cancel();
  });

  it('ends the source and fires the signal of the request when the client goes, over a real socket', async () => {
    const { promise: gone, resolve: leave } = Promise.withResolvers<string>();
    const { promise: aborted, resolve: abort } = Promise.withResolvers<string>();
    async function* events(signal: AbortSignal) {
      signal.addEventListener('abort', () => abort('aborted'));
      try {
        for (;;) {
          yield price;
          await new Promise((resolve) => setTimeout(resolve, 2));
        }
      } finally {
        leave('ended');
      }
    }
    const { app } = start({
      watchPrices: (_, { request }) => ({ status: 200, body: events(request.signal) }),
    });
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
    await once(server, 'listening');
    const client = new AbortController();
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/prices`, { signal: client.signal });
    await response.body?.getReader().read();
    client.abort();
    expect(await Promise.all([gone, aborted])).toEqual(['ended', 'aborted']);
    server.close();
    await once(server, 'close');
  });
});

describe('a response of JSON lines', () => {
  const body = [{ at: 1 }, { at: 2, secret: undefined }];

  it.each([
    ['application/jsonl', '{"at":1}\n{"at":2}\n'],
    ['application/x-ndjson', '{"at":1}\n{"at":2}\n'],
    ['application/json-seq', '\u001e{"at":1}\n\u001e{"at":2}\n'],
  ])('%s holds one item after the other', async (contentType, text) => {
    const { app, violations } = start({ readLog: () => ({ status: 200, contentType, body }) });
    const response = await app.request('/log');
    expect([response.headers.get('content-type'), await response.text()]).toEqual([contentType, text]);
    expect(violations).toEqual([]);
  });

  it('never holds what is write-only, which is reported', async () => {
    const leak = [{ at: 1, secret: 'x' }];
    const handlers = { readLog: () => ({ status: 200, contentType: 'application/jsonl', body: leak }) };
    await expect((await start(handlers).app.request('/log')).text()).rejects.toThrow('does not keep');
    const { app, violations } = start(handlers, { validateResponses: 'log' });
    expect(await (await app.request('/log')).text()).toBe('{"at":1}\n');
    expect(violations).toHaveLength(1);
  });
});

describe('a request of JSON lines', () => {
  const count: Handler = async ({ body }) => {
    const items: unknown[] = [];
    for await (const item of body) items.push(item);
    return { status: 200, body: items.length };
  };

  it.each([
    ['application/jsonl', ['{"at":1}\n{"a', 't":2,"id":"mine"}\r\n\n{"at":3}']],
    ['application/json-seq', ['\u001e{"at":1}\n\u001e{"a', 't":2,"id":"mine"}\n\u001e{"at":3}\n']],
  ])('%s reaches the handler item by item, whatever the chunks', async (contentType, chunks) => {
    const items: unknown[] = [];
    const { app } = start({
      writeLog: async ({ body }) => {
        for await (const item of body) items.push(item);
        return { status: 200, body: items.length };
      },
    });
    const body = streamOf(chunks);
    const init = { method: 'POST', body, headers: { 'content-type': contentType }, duplex: 'half' };
    expect(await (await app.request('/log', init)).json()).toBe(3);
    expect(items).toEqual([{ at: 1 }, { at: 2 }, { at: 3 }]);
  });

  it.each([
    ['an item that is not JSON', '{"at":1}\n{at', [{ pointer: '#/1', detail: 'is not legal JSON' }]],
    ['an item of the wrong type', '{"at":"x"}\n', [{ pointer: '#/0/at', detail: 'must be an integer' }]],
  ])('is refused with 400 for %s', async (_, body, errors) => {
    const { app } = start({ writeLog: count });
    const response = await app.request('/log', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/jsonl' },
    });
    expect([response.status, (await response.json()).errors]).toEqual([400, errors]);
  });

  it('is refused with 413 when it proves too long', async () => {
    const { app } = start({ writeLog: count }, { maxBodyBytes: 30 });
    const body = streamOf(Array<string>(10).fill('{"at":1}\n'));
    const init = { method: 'POST', body, headers: { 'content-type': 'application/jsonl' }, duplex: 'half' };
    expect((await app.request('/log', init)).status).toBe(413);
  });
});

it('the contract tests of sequences pass', async () => {
  const tests = generateInto(contractTests, readFixture('tests/generators/hono-server/fixtures/sequences.yaml'));
  const { runContractTests }: { runContractTests(options: object): Promise<{ ok: boolean; results: unknown[] }> } =
    await import(/* @vite-ignore */ moduleUrl(tests, 'run-contract-tests.ts'));
  tests.remove();
  const { app } = start({
    readLog: () => ({ status: 200, contentType: 'application/jsonl', body: [{ at: 1 }] }),
    writeLog: async ({ body }) => {
      let count = 0;
      for await (const _ of body) count += 1;
      return { status: 200, body: count };
    },
  });
  const { ok, results } = await runContractTests({ request: app.fetch });
  expect([ok, results.filter((result) => JSON.stringify(result).includes('"failed"'))]).toEqual([true, []]);
});

it.each(settings)('handlers of sequences are typed by their items, %s', async (_, importExtension, options) => {
  const fixture = readFixture('tests/generators/hono-server/fixtures/sequences.yaml');
  const typed = generateInto(honoServer, fixture, importExtension);
  const usage = `import type { Handlers } from './handlers${importExtension}';
async function* prices() {
  yield { event: 'price' as const, data: { symbol: 'ABC', price: 1 } };
  yield { event: 'note' as const, data: 'text' };
}
async function* wrong() {
  yield { event: 'price' as const, data: 'text' };
}
export const handlers = {
  watchPrices: () => ({ status: 200, body: prices() }),
  readLog: () => ({ status: 200, contentType: 'application/jsonl', body: [{ at: 1 }] }),
  writeLog: async ({ body }) => {
    let sum = 0;
    for await (const { at } of body) sum += at;
    return { status: 200, body: sum };
  },
  watchPlain: () => ({ status: 200, body: [{ data: 'a' }] }),
} satisfies Handlers<undefined>;
export const others = {
  ...handlers,
  // @ts-expect-error The data of a price is no text.
  watchPrices: () => ({ status: 200, body: wrong() }),
} satisfies Handlers<undefined>;
`;
  const complaints = await compile(typed, options, { 'usage.ts': usage });
  typed.remove();
  expect(complaints).toEqual([]);
});
