import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { honoServer } from '../../../generators/hono-server/target.ts';
import { typescriptClient } from '../../../generators/typescript-client/target.ts';
import { generateInto, moduleUrl, type Written } from '../hono-server/generate.ts';
import { contractFrom } from '../support/contract.ts';
import { loadModule } from '../support/load-module.ts';

/** As the generated types have it; here only what the calls below need. */
type Client = Readonly<
  Record<string, (input?: unknown, options?: unknown) => Promise<Answer> & AsyncIterable<unknown>>
>;
interface Answer {
  readonly status: number;
  readonly body: unknown;
}
type Handler = (input: Input) => unknown;
interface Input {
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}
interface Server {
  createRoutes(handlers: object, options: object): { fetch(request: Request): Response | Promise<Response> };
}

const contract = contractFrom(readFileSync(join(import.meta.dirname, 'golden/job-queue/openapi.yaml'), 'utf8'));
let written: Written;
let server: Server;
let createClient: (config: unknown) => Client;

beforeAll(async () => {
  written = generateInto(honoServer, contract);
  server = await import(/* @vite-ignore */ moduleUrl(written, 'index.ts'));
  const { files } = typescriptClient.generate(contract, { importExtension: '.js' });
  createClient = (await loadModule(files, 'index.ts')).createClient as typeof createClient;
});
afterAll(() => written.remove());

/** A client of a server with these handlers, in one process. */
function clientOf(handlers: Readonly<Record<string, Handler>>): Client {
  const absent = () => ({ status: 204 });
  const names = ['listJobs', 'createJob', 'listWorkers', 'listArchive', 'watchJob', 'readLog', 'appendLog'];
  const all = [...names, 'getResult', 'putResult', 'getParts'].map((name) => [name, handlers[name] ?? absent]);
  const options = { deps: {}, security: { Token: async () => ({}) }, onError: () => {}, onResponseViolation: () => {} };
  const app = server.createRoutes(Object.fromEntries(all), options);
  return createClient({
    fetch: async (request: Request) => app.fetch(request),
    baseUrl: 'http://localhost',
    credentials: { Token: 't' },
  });
}

async function all(items: unknown): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const item of items as AsyncIterable<unknown>) found.push(item);
  return found;
}

const path = { jobId: '1' };

describe('the generated client and the generated server mean the same by', () => {
  test('events, named, with JSON and with text', async () => {
    const events = [
      { event: 'progress', data: { percent: 50, message: 'é\n\n日' }, id: '1' },
      { event: 'log', data: 'a\nb: c\n' },
      { event: 'done', data: { id: '1', state: 'done' }, retry: 5 },
    ];
    const client = clientOf({
      watchJob: () => ({
        status: 200,
        body: (async function* () {
          yield* events;
        })(),
      }),
    });
    expect(await all((await client.watchJob?.({ path }))?.body)).toEqual(events);
  });

  test('JSON lines and JSON text sequences', async () => {
    const entries = [{ text: 'a' }, { text: '\n\u001e"' }];
    const client = clientOf({
      readLog: () => ({ status: 200, contentType: 'application/jsonl', body: entries }),
      getResult: () => ({ status: 202, contentType: 'application/json-seq', body: ['x', '\u001e\n'] }),
    });
    expect(await all((await client.readLog?.({ path }))?.body)).toEqual(entries);
    expect(await all((await client.getResult?.({ path }))?.body)).toEqual(['x', '\u001e\n']);
  });

  test('lines that are sent', async () => {
    const received: unknown[] = [];
    const client = clientOf({
      appendLog: async ({ body }) => {
        for await (const item of body as AsyncIterable<unknown>) received.push(item);
        return { status: 204 };
      },
    });
    const result = await client.appendLog?.({ path, body: [{ text: 'a' }, { text: 'é' }] });
    expect([result?.status, received]).toEqual([204, [{ text: 'a' }, { text: 'é' }]]);
  });

  test('pages, and keys of their own', async () => {
    const job = (id: string) => ({ id, state: 'waiting' });
    const asked: unknown[] = [];
    const client = clientOf({
      listJobs: ({ query: { cursor } }) => {
        asked.push(cursor);
        const page = cursor === 'x' ? { hasMore: false } : { hasMore: true, nextCursor: 'x' };
        return { status: 200, body: { items: [job(cursor === 'x' ? '2' : '1')], page } };
      },
      createJob: ({ headers }) => ({
        status: 201,
        body: { ...job(String(headers['Idempotency-Key']).replace(/\w/g, 'x')) },
      }),
    });
    expect(await all(client.paginateListJobs?.())).toEqual([job('1'), job('2')]);
    expect(asked).toEqual([undefined, 'x']);
    const created = await client.createJob?.({ body: { state: 'waiting' } });
    expect(created?.body).toEqual(job('xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'));
  });
});
