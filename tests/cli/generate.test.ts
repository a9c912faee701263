import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../../cli/main.ts';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'ai2text-generate-'));
  put('package.json', '{}');
  put('contracts/pets/openapi.yaml', openapi('listPets'));
  put('contracts/pets/releases/1.0.0.yaml', openapi('oldPets'));
  put('contracts/orders/asyncapi.yaml', asyncapi);
});

afterEach(() => rmSync(cwd, { recursive: true }));

const openapi = (operationId: string) => `openapi: 3.1.1
info: { title: Pets, version: 1.0.0 }
paths:
  /pets:
    get:
      operationId: ${operationId}
      responses:
        '200':
          description: All of them.
          content:
            application/xml:
              schema: { type: object }
`;

const asyncapi = `asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    address: orders
    messages:
      placed: { payload: { type: string } }
`;

function put(path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

const read = (path: string) => readFileSync(join(cwd, path), 'utf8');

/** Exit code and everything printed, durations blanked. */
async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly text: string }> {
  let text = '';
  const write = (more: string) => {
    text += more;
  };
  const world = { cwd, out: { write }, error: { write }, readInput: async () => '', env: {}, now: () => new Date() };
  const code = await main(['generate', ...args], world);
  return { code, text: text.replaceAll(/\(\d+ ms\)/g, '(n ms)').replaceAll(cwd, '<cwd>') };
}

const orders = ['contracts/orders/asyncapi.yaml', '-t', 'typescript-client', '-o', 'out'];

describe('one contract and one target', () => {
  test('write the files and say so in one line', async () => {
    expect(await run(...orders)).toEqual({
      code: 0,
      text: 'typescript-client  contracts/orders/asyncapi.yaml -> out  1 file: 1 created (n ms)\n',
    });
    expect(read('out/types.ts')).toContain('export type PlacedPayload = string;');
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['.ai2text-manifest.json', 'types.ts']);
  });

  test('change nothing the second time, and only what the contract changed the third time', async () => {
    await run(...orders);
    expect((await run(...orders)).text).toContain('1 file: 1 unchanged');
    put('contracts/orders/asyncapi.yaml', asyncapi.replace('string', 'number'));
    expect((await run(...orders)).text).toContain('1 file: 1 updated');
    expect(read('out/types.ts')).toContain('export type PlacedPayload = number;');
  });

  test('report what the target cannot express, with its position, and generate all the same', async () => {
    const { code, text } = await run('contracts/pets/openapi.yaml', '-t', 'typescript-client', '-o', 'out');
    expect(code).toBe(0);
    expect(text).toMatch(
      /^typescript-client {2}contracts\/pets\/openapi\.yaml -> out {2}\d+ files: \d+ created \(n ms\)\n/,
    );
    expect(text).toContain(
      'contracts/pets/openapi.yaml:11:13 warning unsupported-media-type  A body of the type application/xml',
    );
  });
});

test('--check writes nothing and exits with 1 as long as the folder differs', async () => {
  expect(await run(...orders, '--check')).toEqual({
    code: 1,
    text: [
      'typescript-client  contracts/orders/asyncapi.yaml -> out  1 file, 1 difference (n ms)',
      '  missing  types.ts',
      'The generated code is not what the contracts say. Run "ai2text-contracts generate" and commit the result.\n',
    ].join('\n'),
  });
  expect(existsSync(join(cwd, 'out'))).toBe(false);
  await run(...orders);
  expect(await run(...orders, '--check')).toEqual({
    code: 0,
    text: 'typescript-client  contracts/orders/asyncapi.yaml -> out  1 file up to date (n ms)\n',
  });
});

test('--dry-run writes nothing and says what it would do', async () => {
  expect(await run(...orders, '--dry-run')).toEqual({
    code: 0,
    text: 'typescript-client  contracts/orders/asyncapi.yaml -> out  dry run, 1 file: 1 created (n ms)\n  create  types.ts\n',
  });
  expect(existsSync(join(cwd, 'out'))).toBe(false);
});

test('an edited file is kept and the run fails, until --force', async () => {
  await run(...orders);
  put('out/types.ts', 'mine\n');
  const { code, text } = await run(...orders);
  expect([code, read('out/types.ts')]).toEqual([2, 'mine\n']);
  expect(text).toContain('This file was not written by the generator as it stands now:\n  <cwd>/out/types.ts\n');
  expect(await run(...orders, '--force')).toMatchObject({ code: 0 });
  expect(read('out/types.ts')).toContain('PlacedPayload');
});

test('a contract with errors gets its findings and no code; the others are generated', async () => {
  put('contracts/bad/openapi.yaml', openapi('x').replace('description', 'desc'));
  const { code, text } = await run('contracts', '-t', 'typescript-client', '-o', 'out');
  expect(code).toBe(1);
  expect(text).toMatch(/contracts\/bad\/openapi\.yaml:\d+:\d+ error /);
  expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['orders', 'pets']);
});

test('several contracts get a folder each, frozen releases none', async () => {
  const { text } = await run('contracts', '-t', 'typescript-client', '-o', 'out');
  expect(text.match(/-> \S+/g)).toEqual(['-> out/orders', '-> out/pets']);
  expect(read('out/pets/operations.ts')).toContain('listPets');
});

describe('with a configuration', () => {
  beforeEach(() => {
    const generate = [
      { contract: 'contracts/orders/asyncapi.yaml', target: 'typescript-client', output: 'events' },
      {
        contract: 'contracts/pets/openapi.yaml',
        target: 'typescript-client',
        output: 'pets',
        options: { importExtension: '.ts' },
      },
    ];
    put('ai2text-contracts.config.json', JSON.stringify({ generate }));
  });

  test('its entries are generated, relative to it, each with its options', async () => {
    mkdirSync(join(cwd, 'sub'));
    const { code, text } = await run();
    expect([code, text.match(/-> \S+/g)]).toEqual([0, ['-> events', '-> pets']]);
    expect(read('pets/index.ts')).toContain("from './types.ts'");
  });

  test('contracts and targets choose among the entries', async () => {
    const { text } = await run('contracts/pets');
    expect(text.match(/-> \S+/g)).toEqual(['-> pets']);
    expect(await run('contracts/pets', '-t', 'hono-server')).toEqual({
      code: 2,
      text: 'No entry under "generate" in the configuration has this contract and target. Add one, or pass --target and --output.\n',
    });
  });
});

describe('wrong usage exits with 2 and says what to do', () => {
  test.each([
    [['-t', 'nonsense', '-o', 'out'], /^There is no target "nonsense"\. Known are .*typescript-client\.\n$/],
    [['-t', 'openapi-typescript', '-o', 'out'], /npm install --save-dev openapi-typescript"/],
    [['-t', 'oazapfts', '-o', 'out'], /npm install --save-dev oazapfts"/],
    [['-t', 'modelina', '-o', 'out'], /npm install --save-dev @asyncapi\/modelina"/],
    [['contracts', '-o', 'out'], /^--output needs a --target/],
    [[], /^Nothing is configured to be generated\./],
    [['nowhere', '-t', 'typescript-client', '-o', 'out'], /nowhere/],
    [
      ['contracts/orders', '-t', 'hono-server', '-o', 'out'],
      /generates from OpenAPI, but contracts\/orders\/asyncapi\.yaml is AsyncAPI/,
    ],
  ])('%j', async (args, message) => {
    const { code, text } = await run(...args);
    expect(code).toBe(2);
    expect(text).toMatch(message);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });
});
