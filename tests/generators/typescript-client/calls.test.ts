import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { typescriptClient } from '../../../generators/typescript-client/target.ts';
import { contractFrom } from '../support/contract.ts';
import { loadModule } from '../support/load-module.ts';

/** As the generated types have it; here only what the calls below need. */
type Client = Readonly<Record<string, (input?: unknown) => Promise<Readonly<Record<string, unknown>>>>>;

let createClient: (config: unknown) => Client;
let sent: Request[];
let answer: Response;

beforeAll(async () => {
  const text = readFileSync(join(import.meta.dirname, 'golden/tool-library/openapi.yaml'), 'utf8');
  const { files } = typescriptClient.generate(contractFrom(text), { importExtension: '.js' });
  const module = await loadModule(files, 'index.ts');
  createClient = module.createClient as typeof createClient;
});

beforeEach(() => {
  sent = [];
  answer = new Response(null, { status: 204 });
});

function client(config: object = {}): Client {
  const fetch = async (request: Request) => {
    sent.push(request);
    return answer;
  };
  return createClient({ fetch, ...config });
}

const problem = (status: number) =>
  new Response('{"title":"No"}', { status, headers: { 'content-type': 'application/problem+json' } });

test('a generated call writes each parameter as the contract says', async () => {
  answer = problem(418);
  const result = await client({ credentials: { Token: 't' } }).listTools?.({
    query: { kind: ['saw', 'drill'], size: [1, 2], filter: { owner: 'é' }, near: { lat: 1, lon: 2 }, limit: 3 },
    headers: { 'X-Trace': 'x' },
    cookies: { theme: 'dark' },
  });
  expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET https://eu.tools.example/v2/tools?kind=saw&kind=drill&size=1%7C2&filter%5Bowner%5D=%C3%A9&near=%7B%22lat%22%3A1%2C%22lon%22%3A2%7D&limit=3',
  ]);
  expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({
    accept: 'application/json, text/csv, application/problem+json',
    authorization: 'Bearer t',
    cookie: 'theme=dark',
    'x-trace': 'x',
  });
  expect(result).toMatchObject({ status: 418, contentType: 'application/problem+json', body: { title: 'No' } });
});

test('a form is written with the encoding of its properties, and two schemes are applied together', async () => {
  answer = problem(409);
  await client({ credentials: { Key: 'k', Login: { username: 'u', password: 'p' } } }).addTool?.({
    headers: { 'Idempotency-Key': 'i' },
    contentType: 'application/x-www-form-urlencoded',
    body: { name: 'Fox', tags: ['b', 'c'] },
  });
  expect(sent[0]?.url).toBe('https://eu.tools.example/v2/tools?api_key=k');
  expect(sent[0]?.headers.get('authorization')).toBe(`Basic ${btoa('u:p')}`);
  expect(await sent[0]?.text()).toBe('name=Fox&tags=b%20c');
});

test('a multipart form carries its parts, and plain text is read from a default response', async () => {
  answer = new Response('stored', { headers: { 'content-type': 'text/plain' } });
  const body = { photo: new Blob(['png'], { type: 'image/png' }), caption: { text: 'x' } };
  const result = await client().postToolsByToolIdPhoto?.({ path: { toolId: 'a/b' }, body });
  expect(sent[0]?.url).toBe('https://eu.tools.example/v2/tools/a%2Fb/photo');
  const form = await sent[0]?.formData();
  expect([...(form?.keys() ?? [])]).toEqual(['photo', 'caption']);
  expect(form?.get('caption')).toBe('{"text":"x"}');
  expect(result).toMatchObject({ status: 200, body: 'stored' });
});

test('an operation with servers of its own goes there, unless the client says where', async () => {
  answer = new Response(null, { status: 200 });
  await client().checkStatus?.();
  await client({ baseUrl: 'http://localhost:1/x/' }).checkStatus?.();
  expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'HEAD https://status.example/status',
    'HEAD http://localhost:1/x/status',
  ]);
});
