import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractTests } from '../../../generators/contract-tests/target.ts';
import { honoServer } from '../../../generators/hono-server/target.ts';
import type { Target } from '../../../generators/target.ts';
import { compile, settings } from './compile.ts';
import { generateInto, moduleUrl, readText, type Written } from './generate.ts';

/** Texts that would run, or hide, if any of them left its literal or comment. */
const attacks = [
  "'; globalThis.pwned = 1; '",
  '"; globalThis.pwned = 2; "',
  '`\u0024{globalThis.pwned = 3}`',
  '*/ globalThis.pwned = 4; /*',
  '\u2028globalThis.pwned = 5\u2029',
  '\n}; globalThis.pwned = 6; ({\n',
  '\\',
  '{{globalThis.pwned}}',
  '\u0024{globalThis.pwned = 7}',
  '__proto__',
  'constructor',
  '</script><script>globalThis.pwned = 8</script>',
  '// @ts-nocheck\n',
];

/** A contract that carries one text wherever a contract can carry any. */
function hostileContract(text: string): string {
  const problem = {
    description: text,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/P' } } },
  };
  const schema = {
    type: 'object',
    title: text,
    description: text,
    required: [text],
    properties: { [text]: { type: 'string', enum: [text, 'other'], description: text, default: text } },
    additionalProperties: { const: text },
  };
  return JSON.stringify({
    openapi: '3.1.1',
    info: { title: text, version: text, description: text },
    paths: {
      [`/a/{${pathName(text)}}`]: {
        post: {
          operationId: text,
          summary: text,
          description: text,
          deprecated: true,
          tags: [text],
          security: [{ [text]: [text] }],
          'x-required-scopes': [text],
          parameters: [
            { name: pathName(text), in: 'path', required: true, description: text, schema: { type: 'string' } },
            {
              name: text,
              in: 'query',
              description: text,
              example: text,
              schema: { type: 'string', default: text, pattern: text },
            },
            { name: 'X-A', in: 'header', description: text, schema: { enum: [text] } },
          ],
          requestBody: {
            description: text,
            content: {
              [`application/json; a="${text}"`]: { schema, examples: { [text]: { value: { [text]: text } } } },
            },
          },
          responses: {
            '200': {
              description: text,
              headers: { [text]: { description: text, schema: { const: text } } },
              content: {
                'application/json': { schema: { $ref: '#/components/schemas/P' } },
                [text]: { schema: { type: 'string' } },
              },
            },
            '400': problem,
            default: problem,
          },
        },
      },
    },
    components: {
      schemas: { P: schema, [text]: { enum: [text, { [text]: text }] } },
      securitySchemes: { [text]: { type: 'http', scheme: text, description: text } },
    },
  });
}

/** Braces and slashes would make another path of it, which is not what this is about. */
function pathName(text: string): string {
  return text.replaceAll(/[{}/]/g, '') || 'x';
}

declare global {
  var pwned: unknown;
}

describe.each([
  ['hono-server', honoServer, 'index.ts'],
  ['contract-tests', contractTests, 'run-contract-tests.ts'],
] as const)('%s', (_, target: Target, entry) => {
  const written = new Map<string, Written>();
  beforeAll(() => {
    for (const text of attacks) written.set(text, generateInto(target, readText(hostileContract(text))));
  });
  afterAll(() => {
    for (const one of written.values()) one.remove();
  });

  it('what is generated compiles', { timeout: 60_000 }, async () => {
    const [first, ...others] = written.values();
    const [, , options] = settings[1];
    expect(first && (await compile(first, options, {}, others))).toEqual([]);
  });

  it.each(attacks)('%j stays text: importing it runs nothing', async (text) => {
    const own = written.get(text);
    await import(/* @vite-ignore */ own ? moduleUrl(own, entry) : '');
    expect(globalThis.pwned).toBeUndefined();
  });

  it('texts of the contract never name a file', () => {
    const paths = new Set([...written.values()].flatMap(({ files }) => files.map(({ path }) => path)));
    expect([...paths].filter((path) => !/^((contract-)?runtime\/)?[a-z-]+\.ts$/.test(path))).toEqual([]);
  });
});

describe('a hostile contract that is served', () => {
  it.each(attacks)('%j answers like any other', async (text) => {
    const written = generateInto(honoServer, readText(hostileContract(text)));
    const server: {
      createRoutes(handlers: object, options: object): { request(path: string, init: object): Promise<Response> };
    } = await import(/* @vite-ignore */ moduleUrl(written, 'index.ts'));
    const { operations }: { operations: object } = await import(/* @vite-ignore */ moduleUrl(written, 'operations.ts'));
    const [name = ''] = Object.keys(operations);
    const handler = () => ({
      status: 200,
      contentType: 'application/json',
      body: JSON.parse(`{${JSON.stringify(text)}:${JSON.stringify(text)}}`),
    });
    const app = server.createRoutes(
      { [name]: handler },
      { deps: {}, security: Object.fromEntries([[text, () => 'me']]) },
    );
    const response = await app.request('/a/b', { method: 'POST' });
    // No request can present credentials of these schemes: the answer is a refusal, not a crash.
    expect([401, 500]).toContain(response.status);
    expect(globalThis.pwned).toBeUndefined();
    written.remove();
  });
});
