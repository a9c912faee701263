import ts from 'typescript';
import { beforeAll, expect, test } from 'vitest';
import { contractTests } from '../../../generators/contract-tests/target.ts';
import { events } from '../../../generators/events/target.ts';
import { isSafePath } from '../../../generators/output/paths.ts';
import type { Generated } from '../../../generators/target.ts';
import { compile, settings } from '../hono-server/compile.ts';
import { generateInto, moduleUrl, readText } from '../hono-server/generate.ts';

/** Texts that would run, or break the file, wherever one is printed without care. Each run would leave a mark. */
const canary = 'globalThis.canary.push(1)';
const texts = [
  ...[`*/ ${canary}; /*`, `'); ${canary}; ('`, `"); ${canary}; ("`, ['`', '$', `{${canary}}`, '`'].join('')],
  ...[
    `\n${canary}\n`,
    `\r${canary}`,
    `\u2028${canary}\u2029`,
    `\\'; ${canary}; //`,
    `</script><script>${canary}</script>`,
  ],
  ...[`{{${canary}}} {{{this}}} {{#each}} {{/if}}`, '@ts-nocheck', '/// <reference path="/etc/passwd" />'],
  ...['../../../etc/passwd', '__proto__', 'constructor', 'prototype', 'toString', 'then', 'delete', 'default', 'await'],
  ...[
    'Broker',
    'Publisher',
    'Receipt',
    'Handler',
    'Outgoing',
    'Promise',
    'Record',
    'Uint8Array',
    'schemas',
    'messages',
  ],
  ...[
    'operations',
    'createPublisher',
    'send',
    'receive',
    'publish',
    'on',
    '1',
    '',
    ' ',
    '😀',
    '\u202egnp.exe',
    '\u0000',
  ],
  ...[
    '\ud800',
    'e\u0301',
    'é',
    'pet_status',
    'petStatus',
    'PET-STATUS',
    '日本語',
    'a.b/c~d#e?f&g=h',
    'input',
    'options',
  ],
];

function token(text: string): string {
  return encodeURIComponent(
    text
      .replaceAll(/\p{Cs}/gu, '\ufffd')
      .replaceAll('~', '~0')
      .replaceAll('/', '~1'),
  );
}

/** Every text in every place that an event contract has for texts. */
function hostileContract(): string {
  const name = (text: string) => text.replaceAll(/[{}]/g, '');
  const schema = (text: string) => ({
    ...{ type: 'object', title: text, description: text, required: [text] },
    properties: { [text]: { type: 'string', enum: [text, 'x'], description: text, default: text, pattern: text } },
  });
  const message = (text: string, i: number) => ({
    ...{
      name: text,
      title: text,
      summary: text,
      description: text,
      contentType: i % 3 === 0 ? text : 'application/json',
    },
    headers: { type: 'object', required: [text], properties: { [text]: { const: text }, 'ce-type': { const: text } } },
    payload:
      i % 2 === 0
        ? { $ref: `#/components/schemas/${token(text)}` }
        : { schemaFormat: `application/${text}`, schema: {} },
    examples: [{ name: text, payload: text, headers: { [text]: text } }],
    correlationId: { location: '$message.header#/x', description: text },
    tags: [{ name: text }],
    bindings: { kafka: { key: { type: 'string', enum: [text] } } },
  });
  return JSON.stringify({
    asyncapi: '3.0.0',
    info: { title: texts.join(' '), version: texts.join(' '), description: texts.join(' ') },
    defaultContentType: 'application/json',
    servers: Object.fromEntries(texts.map((text) => [text, { host: text, protocol: text, description: text }])),
    channels: Object.fromEntries(
      texts.map((text, i) => [
        text,
        {
          ...{ address: `${i}.${name(text)}.{${name(text)}}.{b}`, title: text, summary: text, description: text },
          parameters: { [name(text)]: { description: text, enum: [text], default: text }, b: { description: text } },
          messages: { [text]: message(text, i), other: message(`${text}!`, i + 1) },
        },
      ]),
    ),
    operations: Object.fromEntries(
      texts.slice(0, -5).map((text, i) => [
        text,
        {
          ...{ action: i % 2 === 0 ? 'send' : 'receive', title: text, summary: text, description: text },
          channel: { $ref: `#/channels/${token(text)}` },
          ...(i % 4 === 0 && { reply: { channel: { $ref: `#/channels/${token(texts[0] ?? '')}` } } }),
        },
      ]),
    ),
    components: { schemas: Object.fromEntries(texts.map((text) => [text, schema(text)])) },
  });
}

let generated: Generated;
beforeAll(() => {
  generated = events.generate(readText(hostileContract()), { importExtension: '.js' });
});

test('the paths of the files are fixed, whatever the contract says', () => {
  const own = generated.files.map(({ path }) => path).filter((path) => !path.startsWith('runtime/'));
  expect(generated.files.every(({ path }) => isSafePath(path))).toBe(true);
  expect(own).toEqual([
    ...[
      'types.ts',
      'schemas.ts',
      'messages.ts',
      'validators.ts',
      'operations.ts',
      'publisher.ts',
      'consumer.ts',
      'index.ts',
    ],
  ]);
});

test.each([events, contractTests])('the code of $id type-checks', async (target) => {
  const written = generateInto(target, readText(hostileContract()), '.js');
  const [, , options] = settings[0];
  const complaints = await compile(written, options);
  written.remove();
  expect(complaints).toEqual([]);
});

interface Module {
  readonly createPublisher: (broker: object) => Readonly<Record<string, (input: unknown) => Promise<unknown>>>;
  readonly createConsumer: (
    broker: object,
    options: object,
  ) => Readonly<Record<string, (...args: unknown[]) => Promise<unknown>>>;
  readonly MemoryBroker: new () => object;
}

test('running the code, and every operation of it, sets no canary off', async () => {
  const canaries: number[] = [];
  Object.assign(globalThis, { canary: canaries });
  const written = generateInto(events, readText(hostileContract()), '.ts');
  const { createPublisher, createConsumer, MemoryBroker }: Module = await import(moduleUrl(written, 'index.ts'));
  const broker = new MemoryBroker();
  const publisher = createPublisher(broker);
  const codec = { encode: () => new Uint8Array(), decode: () => undefined };
  const codecs = new Proxy(
    {},
    { getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: codec }), get: () => codec },
  );
  const consumer = createConsumer(broker, { durable: 'd', deadLetter: async () => undefined, codecs });
  const outcomes = await Promise.allSettled([
    ...Object.values(publisher).flatMap((send) =>
      texts.map((text) => send({ name: text, parameters: { b: 'b' }, payload: { [text]: text } })),
    ),
    ...Object.values(consumer).map((receive) => receive(() => undefined)),
  ]);
  written.remove();
  expect(Object.keys(publisher)).toHaveLength(texts.length);
  expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(texts.length / 2);
  expect(canaries).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test('no text of the contract stands in the code as anything but a name, a string or a comment', () => {
  const names = new Set<string>();
  const { files } = contractTests.generate(readText(hostileContract()), { importExtension: '.js' });
  expect(files.map(({ path }) => path)).toContain('event-cases.ts');
  for (const { path, text } of [...generated.files, ...files]) {
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node)) names.add(node.text);
      ts.forEachChild(node, visit);
    };
    if (!/^(contract-)?runtime\//.test(path)) visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022));
  }
  expect(names.has('canary')).toBe(false);
  expect([...names].filter((name) => !/^[\p{L}\p{Nd}\p{Mn}_$]+$/u.test(name))).toEqual([]);
});
