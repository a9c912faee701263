import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../cli/run-cli.ts';

const checkout = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'new-target-'));

/** The package as it would be installed, out of this checkout's source. */
beforeAll(async () => {
  const installed = join(folder, 'node_modules/ai2text-contracts');
  mkdirSync(installed, { recursive: true });
  const exported = { '.': './core.js', './generators': './generators.js' };
  writeFileSync(join(installed, 'package.json'), JSON.stringify({ type: 'module', exports: exported }));
  for (const room of ['core', 'generators']) {
    const source = pathToFileURL(join(checkout, room, 'index.ts')).href;
    writeFileSync(join(installed, `${room}.js`), `export * from '${source}';\n`);
  }
  for (const name of ['vitest', 'typescript7', '@types', '@biomejs']) {
    symlinkSync(join(checkout, 'node_modules', name), join(folder, 'node_modules', name));
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  await runCli(['new', 'target', 'route-list'], { cwd: folder });
});
afterAll(() => rmSync(folder, { recursive: true }));

const node = (...args: string[]) => spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });

test('a new target passes its test', () => {
  const vitest = join(checkout, 'node_modules/vitest/vitest.mjs');
  const { status, stdout, stderr } = node(vitest, 'run', '--root', 'route-list');
  expect(status, stdout + stderr).toBe(0);
}, 60_000);

test('a new target works as a plugin, from the command line and from a configuration', async () => {
  writeFileSync(join(folder, 'good.yaml'), readFileSync(join(checkout, 'examples/petstore/openapi.yaml')));
  const cli = join(checkout, 'cli/bin.ts');
  const plugin = ['--plugin', './route-list/target.ts', '-t', 'route-list', '-o', 'out'];
  expect(node(cli, 'generate', 'good.yaml', ...plugin)).toMatchObject({ status: 0, stderr: '' });
  expect(readFileSync(join(folder, 'out/routes.ts'), 'utf8')).toBe(`/** List pets */
export const listPets = { method: 'GET', path: '/pets' } as const;
/** Add a pet */
export const createPet = { method: 'POST', path: '/pets' } as const;
/** Get a pet */
export const getPet = { method: 'GET', path: '/pets/{petId}' } as const;
`);
  const entry = { contract: 'good.yaml', target: 'route-list', output: 'out' };
  const config = { plugins: ['./route-list/target.ts'], generate: [entry] };
  writeFileSync(join(folder, 'ai2text-contracts.config.json'), JSON.stringify(config));
  expect(node(cli, 'generate', '--check')).toMatchObject({ status: 0, stderr: '' });
}, 60_000);

test('a new target is formatted', () => {
  const { formatter, javascript, linter } = JSON.parse(readFileSync(join(checkout, 'biome.json'), 'utf8'));
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ formatter, javascript, linter }));
  const { status, stdout, stderr } = node(
    join(checkout, 'node_modules/@biomejs/biome/bin/biome'),
    'check',
    'route-list',
  );
  expect(status, stdout + stderr).toBe(0);
});
