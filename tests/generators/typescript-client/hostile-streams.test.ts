import { beforeAll, expect, test } from 'vitest';
import type { Generated } from '../../../generators/target.ts';
import { typescriptClient } from '../../../generators/typescript-client/target.ts';
import { contractFrom } from '../support/contract.ts';
import { loadModule } from '../support/load-module.ts';
import { typeCheck } from '../support/type-check.ts';
import { hostileTexts } from './support/hostile-texts.ts';

/** Every text where pages, events and items have room for one. */
function hostileContract(): unknown {
  return {
    openapi: '3.2.0',
    info: { title: 'Hostile streams', version: '1.0.0' },
    servers: [{ url: 'https://example.com' }],
    paths: Object.fromEntries(hostileTexts.map((text, i) => [`/${i}`, pathItem(text)])),
  };
}

function pathItem(text: string): unknown {
  const token = text.replaceAll('~', '~0').replaceAll('/', '~1');
  const list = { type: 'array', items: { type: 'object', properties: { [text]: { type: 'string', enum: [text] } } } };
  const page = { type: 'object', properties: { [text]: list, [`${text}!`]: { type: 'string' } } };
  const event = (data: unknown) => ({ type: 'object', properties: { event: { const: text }, data } });
  const events = {
    oneOf: [
      event({ contentMediaType: 'application/json', contentSchema: list.items }),
      event({ const: text }),
      { properties: { event: { enum: [`${text}?`] }, data: { type: 'string', enum: [text] } } },
    ],
  };
  return {
    get: {
      operationId: `list ${text}`,
      parameters: [{ name: text, in: 'query', schema: { type: 'string' } }],
      'x-pagination': { cursor: text, next: `/${token}!`, items: `/${token}` },
      responses: { 200: { description: text, content: { 'application/json': { schema: page } } } },
    },
    post: {
      operationId: `watch ${text}`,
      requestBody: { content: { [`application/jsonl; a=${text}`]: { itemSchema: list.items } } },
      responses: {
        200: { description: text, content: { [`text/event-stream; a=${text}`]: { itemSchema: events } } },
        201: { description: text, content: { [`application/json-seq; a=${text}`]: { itemSchema: list.items } } },
      },
    },
  };
}

type CreateClient = (
  config: unknown,
) => Readonly<Record<string, (input: unknown) => Promise<{ readonly body: unknown }> & AsyncIterable<unknown>>>;

let generated: Generated;

beforeAll(() => {
  generated = typescriptClient.generate(contractFrom(JSON.stringify(hostileContract())), { importExtension: '.js' });
});

test('the code type-checks', () => {
  expect(typeCheck(generated.files, 'nodenext')).toBe('');
});

test('reading every stream and every page sets no canary off', async () => {
  const canaries: number[] = [];
  Object.assign(globalThis, { canary: canaries });
  const { createClient } = (await loadModule(generated.files, 'index.ts')) as { createClient: CreateClient };
  const fetch = async (request: Request) => {
    const text = hostileTexts[Number(new URL(request.url).pathname.slice(1))] ?? '';
    if (request.method === 'GET') return Response.json({ [text]: [text] });
    const data = `event: ${text.replace(/[\r\n]/g, '')}\ndata: ${JSON.stringify(text)}\n\n`;
    return new Response(data, { headers: { 'content-type': 'text/event-stream' } });
  };
  const client = createClient({ fetch });
  let [pages, events] = [0, 0];
  for (const [name, method] of Object.entries(client)) {
    if (name.startsWith('paginate')) for await (const _item of method({})) pages++;
    else if (name.startsWith('watch')) {
      const { body } = await method({});
      for await (const _event of body as AsyncIterable<unknown>) events++;
    }
  }
  expect([pages, events]).toEqual([hostileTexts.length, hostileTexts.length]);
  expect(canaries).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
