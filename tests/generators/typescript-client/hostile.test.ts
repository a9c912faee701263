import ts from 'typescript';
import { beforeAll, expect, test } from 'vitest';
import { isSafePath } from '../../../generators/output/paths.ts';
import type { Generated } from '../../../generators/target.ts';
import { typescriptClient } from '../../../generators/typescript-client/target.ts';
import { contractFrom } from '../support/contract.ts';
import { loadModule } from '../support/load-module.ts';
import { typeCheck } from '../support/type-check.ts';
import { hostileTexts as texts } from './support/hostile-texts.ts';

/** Every text in every place that a contract has for texts. */
function hostileContract(): unknown {
  const properties = Object.fromEntries(
    texts.map((text) => [text, { description: text, enum: [text, `${text}!`], default: text, title: text }]),
  );
  const schemas = Object.fromEntries(
    texts.map((text) => [text, { type: 'object', description: text, properties, required: texts }]),
  );
  const problems = texts.map((text, i) => [`/${i}/${text.replaceAll(/[{}]/g, '')}`, pathItem(text)]);
  return {
    openapi: '3.1.1',
    info: { title: texts.join(' '), version: texts.join(' '), description: texts.join(' ') },
    servers: texts.map((text) => ({
      url: `https://example.com/${text}/{${text.replaceAll(/[{}]/g, '')}}`,
      description: text,
      variables: { [text.replaceAll(/[{}]/g, '')]: { default: text, description: text } },
    })),
    paths: Object.fromEntries(problems),
    components: {
      schemas: {
        ...schemas,
        union: {
          oneOf: texts.map((text) => ({ $ref: pointerTo(text) })),
          discriminator: {
            propertyName: texts[0],
            mapping: Object.fromEntries(texts.map((text) => [text, pointerTo(text)])),
          },
        },
      },
      securitySchemes: Object.fromEntries(
        texts.map((text, i) => [
          text,
          i % 2 === 0
            ? { type: 'http', scheme: 'bearer', description: text }
            : { type: 'apiKey', in: 'query', name: text, description: text },
        ]),
      ),
    },
  };
}

function pathItem(text: string): unknown {
  const parameter = (place: string) => ({
    ...{ name: text, in: place, description: text, deprecated: true },
    schema: { type: 'string', enum: [text] },
  });
  const content = {
    [text]: { schema: { $ref: pointerTo(text) }, encoding: { [text]: { contentType: text } } },
    'multipart/form-data': { schema: { type: 'object' }, encoding: { [text]: { contentType: text } } },
  };
  return {
    post: {
      ...{ operationId: text, summary: text, description: text, tags: [text], deprecated: true },
      parameters: [parameter('query'), parameter('header'), parameter('cookie')],
      requestBody: { description: text, content },
      responses: {
        200: { description: text, headers: { [text]: { required: true, schema: {} } }, content },
        [text]: { description: text, content },
      },
      security: [{ [text]: [] }],
      servers: [{ url: `https://example.com/${text}` }],
    },
    get: { summary: text, responses: { default: { description: text } } },
  };
}

function pointerTo(name: string): string {
  const token = name.replaceAll('~', '~0').replaceAll('/', '~1');
  return `#/components/schemas/${encodeURIComponent(token.replaceAll(/\p{Cs}/gu, '\ufffd'))}`;
}

type CreateClient = (config: unknown) => Readonly<Record<string, (input: unknown) => Promise<unknown>>>;

let generated: Generated;

beforeAll(() => {
  generated = typescriptClient.generate(contractFrom(JSON.stringify(hostileContract())), { importExtension: '.js' });
});

test('the paths of the files are fixed, whatever the contract says', () => {
  expect(generated.files.every(({ path }) => isSafePath(path))).toBe(true);
  expect(generated.files.map(({ path }) => path).filter((path) => !path.startsWith('runtime/'))).toEqual([
    ...['types.ts', 'operations.ts', 'transport.ts', 'client.ts', 'index.ts'],
  ]);
});

test('the code type-checks', () => {
  expect(typeCheck(generated.files, 'nodenext')).toBe('');
});

test('running the code, and every operation of it, sets no canary off', async () => {
  const canaries: number[] = [];
  Object.assign(globalThis, { canary: canaries });
  const { createClient } = (await loadModule(generated.files, 'index.ts')) as { createClient: CreateClient };
  let answered = 0;
  const fetch = async () => {
    answered++;
    return new Response(null, { status: 204 });
  };
  const client = createClient({ baseUrl: 'https://example.com', fetch });
  const methods = Object.keys(client);
  expect(methods).toHaveLength(texts.length * 2);
  for (const method of methods) await client[method]?.({}).catch(() => undefined);
  expect(answered).toBeGreaterThan(texts.length);
  expect(canaries).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test('no text of the contract stands in the code as anything but a name, a string or a comment', () => {
  const names = new Set<string>();
  for (const { path, text } of generated.files) {
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node)) names.add(node.text);
      ts.forEachChild(node, visit);
    };
    if (!path.startsWith('runtime/')) visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022));
  }
  expect(names.has('canary')).toBe(false);
  expect([...names].filter((name) => !/^[\p{L}\p{Nd}\p{Mn}_$]+$/u.test(name))).toEqual([]);
});
