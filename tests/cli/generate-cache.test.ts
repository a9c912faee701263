import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GenerateOptions } from '../../cli/commands/generate-options.ts';
import { loadConfig } from '../../cli/config/load.ts';
import { GenerateCache } from '../../cli/generate/cache.ts';
import { runGenerate } from '../../cli/generate/run.ts';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'ai2text-generate-cache-'));
  put('package.json', '{}');
  put('contracts/pets/openapi.yaml', openapi);
  put('contracts/shared.yaml', 'Pet: { type: string }\n');
});

afterEach(() => rmSync(cwd, { recursive: true }));

const openapi = `openapi: 3.1.1
info: { title: Pets, version: 1.0.0 }
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        '200':
          description: All of them.
          content:
            application/json: { schema: { $ref: '../shared.yaml#/Pet' } }
            application/xml: { schema: { type: object } }
`;

function put(path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

/** A cache that counts its answers. */
class Counting extends GenerateCache {
  answers = 0;

  override find(...asked: Parameters<GenerateCache['find']>): ReturnType<GenerateCache['find']> {
    const answer = super.find(...asked);
    if (answer !== undefined) this.answers += 1;
    return answer;
  }
}

async function run(more: Partial<GenerateOptions> = {}, build = 'build') {
  let text = '';
  const write = (printed: string) => {
    text += printed;
  };
  const world = { cwd, out: { write }, error: { write }, readInput: async () => '', env: {}, now: () => new Date() };
  const cache = new Counting(join(cwd, 'cache'), build);
  const options: GenerateOptions = {
    ...{ contracts: ['contracts/pets/openapi.yaml'], targets: ['typescript-client'], output: 'out' },
    ...{ check: false, dryRun: false, watch: false, force: false, cache: true },
    ...more,
  };
  const { exitCode, read } = await runGenerate(options, await loadConfig(cwd), world, cache);
  const paths = [...read].map((path) => path.slice(cwd.length + 1)).sort();
  return { exitCode, read: paths, answers: cache.answers, text: text.replaceAll(/\(\d+ ms\)/g, '(n ms)') };
}

test('an unchanged run says the same as the first, findings included, and depends on the same files', async () => {
  const first = await run();
  const second = await run();
  expect([first.answers, second.answers]).toEqual([0, 1]);
  expect(second.text).toBe(first.text.replace(/: (\d+) created/, ': $1 unchanged'));
  expect(second.text).toContain('warning unsupported-media-type');
  expect([first.exitCode, second.exitCode, first.read]).toEqual([0, 0, second.read]);
  expect(first.read).toContain('contracts/shared.yaml');
});

test.each([
  ['the contract', () => put('contracts/pets/openapi.yaml', openapi.replace('listPets', 'allPets'))],
  ['a file that it refers to', () => put('contracts/shared.yaml', 'Pet: { type: integer }\n')],
  ['the rules', () => put('ai2text-contracts.config.json', '{ "rules": { "operation-id-unique": "warning" } }')],
])('a change of %s is noticed', async (_what, change) => {
  await run();
  change();
  expect((await run()).answers).toBe(0);
});

test('another build, another option or another target is another question', async () => {
  await run();
  expect((await run({}, 'other')).answers).toBe(0);
  expect((await run({ importExtension: '.ts' })).answers).toBe(0);
  expect((await run({ targets: ['html'], output: 'page' })).answers).toBe(0);
});

test('--check looks at the folder, whatever was remembered', async () => {
  await run();
  const current = await run({ check: true });
  expect([current.exitCode, current.answers]).toEqual([0, 1]);
  expect(current.text).toMatch(/\d+ files up to date \(n ms\)/);
  for (const [path, kind] of [
    ['types.ts', 'edited'],
    ['client.ts', 'missing'],
  ] as const) {
    if (kind === 'edited') put(`out/${path}`, 'mine\n');
    else rmSync(join(cwd, 'out', path));
    const { exitCode, text } = await run({ check: true });
    expect([exitCode, text.includes(`  ${kind.padEnd(7)}  ${path}\n`)]).toEqual([1, true]);
  }
});

test('what is missing is made again, and an edited file is still refused', async () => {
  await run();
  const before = readFileSync(join(cwd, 'out/types.ts'), 'utf8');
  rmSync(join(cwd, 'out/types.ts'));
  expect((await run()).text).toContain('1 created');
  expect(readFileSync(join(cwd, 'out/types.ts'), 'utf8')).toBe(before);
  put('out/types.ts', 'mine\n');
  await expect(run()).rejects.toThrow('was not written by the generator');
});

test('a damaged entry is as good as none', async () => {
  await run();
  for (const file of readdirSync(join(cwd, 'cache'))) writeFileSync(join(cwd, 'cache', file), '{');
  expect(await run()).toMatchObject({ exitCode: 0, answers: 0 });
});
