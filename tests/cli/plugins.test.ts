import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'plugins-'));
  cpSync(join(import.meta.dirname, 'fixtures/shop'), cwd, { recursive: true });
  writeFileSync(join(cwd, 'package.json'), '{}');
});
afterEach(() => rmSync(cwd, { recursive: true }));

const contract = 'contracts/orders/openapi.yaml';

function configure(more: object): void {
  writeFileSync(join(cwd, 'ai2text-contracts.config.json'), JSON.stringify(more));
}

/** A module that says that it has run, by the file `canary`, and brings a target. */
function plugin(path: string, target = routes): void {
  const canary = JSON.stringify(join(cwd, 'canary'));
  writeFileSync(join(cwd, path), `import fs from 'node:fs';\nfs.writeFileSync(${canary}, '');\n${target}`);
}

const routes = `export default {
  id: 'routes', summary: 'Routes', accepts: ['http'],
  generate: async ({ operations }) => ({ files: [{ path: 'routes.txt', text: operations.map(({ path }) => path + '\\n').join('') }], diagnostics: [] }),
};\n`;

test('only generate runs the plugins of a configuration: a stranger’s branch is validated without running it', async () => {
  plugin('evil.mjs');
  configure({ plugins: ['./evil.mjs'] });
  const release = ['release', contract, '--dry-run'];
  for (const args of [
    ['validate', contract],
    ['diff', contract, contract],
    release,
    ['rules'],
    ['explain', 'described'],
  ])
    expect((await runCli(args, { cwd })).error, args[0]).not.toMatch(/evil|plugin/);
  expect(existsSync(join(cwd, 'canary'))).toBe(false);
  const { out } = await runCli(['generate', '--list'], { cwd });
  expect([out.split('\n').at(-2), existsSync(join(cwd, 'canary'))]).toEqual([
    expect.stringMatching(/^routes +Routes \(plugin \.\/evil\.mjs\)$/),
    true,
  ]);
});

test('a target of a plugin is configured like any other, and a folder of its is checked', async () => {
  plugin('routes.mjs');
  configure({ plugins: ['./routes.mjs'], generate: [{ contract, target: 'routes', output: 'out' }] });
  expect((await runCli(['generate'], { cwd })).exitCode).toBe(0);
  expect(readFileSync(join(cwd, 'out/routes.txt'), 'utf8')).toMatch(/^\/orders/m);
  expect((await runCli(['generate', '--check'], { cwd })).exitCode).toBe(0);
});

test('a target of a plugin is told its own options, and no others', async () => {
  const options = "[{ name: 'case', values: ['lower', 'upper'], about: 'how methods are written' }]";
  const text = "files: [{ path: 'told.txt', text: JSON.stringify(settings ?? {}) }], diagnostics: []";
  const generate = `generate: (_, { settings }) => ({ ${text} })`;
  plugin(
    'told.mjs',
    `export default { id: 'told', summary: 'T', accepts: ['http'], options: ${options}, ${generate} };`,
  );
  const args = ['generate', contract, '--plugin', './told.mjs', '-t', 'told', '-o', 'out'];
  expect((await runCli([...args, '--option', 'case=upper'], { cwd })).exitCode).toBe(0);
  expect(readFileSync(join(cwd, 'out/told.txt'), 'utf8')).toBe('{"case":"upper"}');
  expect(await runCli([...args, '--option', 'case=title'], { cwd })).toMatchObject({
    exitCode: 2,
    error: expect.stringContaining('cannot be "title". It can be lower or upper.'),
  });
});

test('a package that is installed is named by its name; one that exports nothing under it is refused', async () => {
  for (const [name, exported] of [
    ['good', './index.mjs'],
    ['closed', { './other': './index.mjs' }],
  ] as const) {
    mkdirSync(join(cwd, 'node_modules', name), { recursive: true });
    writeFileSync(join(cwd, 'node_modules', name, 'package.json'), JSON.stringify({ name, exports: exported }));
    plugin(`node_modules/${name}/index.mjs`);
  }
  const generate = (name: string) =>
    runCli(['generate', contract, '--plugin', name, '-t', 'routes', '-o', 'out'], { cwd });
  expect((await generate('good')).exitCode).toBe(0);
  expect(await generate('closed')).toMatchObject({
    exitCode: 2,
    error: 'The plugin closed exports no module under this name. Its package.json must export one under "default".\n',
  });
});

test('a plugin lies in the project, or is installed', async () => {
  mkdirSync(join(cwd, 'project'));
  writeFileSync(join(cwd, 'project/ai2text-contracts.config.json'), '{}');
  plugin('outside.mjs');
  const args = ['generate', '--list', '--plugin', '../outside.mjs'];
  const { exitCode, error } = await runCli(args, { cwd: join(cwd, 'project') });
  expect([exitCode, error]).toEqual([2, expect.stringContaining('lies outside the project')]);
  expect(existsSync(join(cwd, 'canary'))).toBe(false);
});
