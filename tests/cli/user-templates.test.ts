import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GenerateOptions } from '../../cli/commands/generate-options.ts';
import { loadConfig } from '../../cli/config/load.ts';
import { GenerateCache } from '../../cli/generate/cache.ts';
import { runGenerate } from '../../cli/generate/run.ts';
import { runCli } from './run-cli.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'user-templates-'));
  put('package.json', '{}');
  put('openapi.yaml', 'openapi: 3.1.1\ninfo: { title: Pets, version: 1.0.0 }\npaths: {}\n');
});
afterEach(() => rmSync(cwd, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

const reference = () => readFileSync(join(cwd, 'out/reference.md'), 'utf8');
const template = 'templates/markdown/reference.hbs';

/** One run on a cache that outlives it, and what it depends on. */
async function run(more: Partial<GenerateOptions> = {}) {
  const world = { cwd, out: { write() {} }, error: { write() {} }, readInput: async () => '', env: {} };
  const options = {
    ...{ contracts: ['openapi.yaml'], targets: ['markdown'], output: 'out', cache: true },
    ...{ check: false, dryRun: false, watch: false, force: false },
    ...more,
  };
  const cache = new GenerateCache(join(cwd, 'cache'), 'build');
  const { read } = await runGenerate(options, await loadConfig(cwd), { ...world, now: () => new Date() }, cache);
  return [...read].map((path) => path.slice(cwd.length + 1)).sort();
}

test('a template that is changed, added or removed is noticed by the cache, and watched', async () => {
  await run();
  const ours = reference();
  put('templates/README.md', 'What these are for.');
  const templates = { templates: 'templates' };
  expect(await run(templates)).toEqual(['openapi.yaml', template]);
  expect(reference()).toBe(ours);
  put(template, '{{title}} 1\n');
  expect(await run(templates)).toEqual(['openapi.yaml', template]);
  expect(reference()).toBe('Pets 1\n');
  put(template, '{{title}} 2\n');
  await run(templates);
  expect(reference()).toBe('Pets 2\n');
  await run();
  expect(reference()).toBe(ours);
  await run(templates);
  rmSync(join(cwd, template));
  await run(templates);
  expect(reference()).toBe(ours);
});

test('an entry of the configuration names its templates, relative to it', async () => {
  put(template, '{{title}}, by the configuration\n');
  const entry = { contract: 'openapi.yaml', target: 'markdown', output: 'out', templates: 'templates' };
  put('ai2text-contracts.config.json', JSON.stringify({ generate: [entry] }));
  expect((await runCli(['generate'], { cwd })).exitCode).toBe(0);
  expect(reference()).toBe('Pets, by the configuration\n');
});

test('a configuration takes no templates from outside the project, nor does a link', async () => {
  const entry = { contract: 'openapi.yaml', target: 'markdown', output: 'out', templates: '../elsewhere' };
  put('ai2text-contracts.config.json', JSON.stringify({ generate: [entry] }));
  expect(await runCli(['generate'], { cwd })).toEqual({
    exitCode: 2,
    out: '',
    error:
      'The configuration takes templates from ../elsewhere, outside the project. Move them into it, or name them with --templates.\n',
  });
  mkdirSync(join(cwd, 'templates/markdown'), { recursive: true });
  put('secret', 'secret\n');
  symlinkSync('../../secret', join(cwd, template));
  const linked = ['generate', 'openapi.yaml', '-t', 'markdown', '-o', 'out', '--templates', 'templates'];
  expect((await runCli(linked, { cwd })).error).toBe('templates/markdown/reference.hbs leads out of its folder.\n');
});
