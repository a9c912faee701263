import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../cli/run-cli.ts';
import { hostileContract } from './hostile-contract.ts';

const checkout = resolve(import.meta.dirname, '../..');
const bin = (name: string) => join(checkout, 'node_modules', name);
const folder = mkdtempSync(join(tmpdir(), 'new-service-'));

/** Each service stands beside the others, with the packages of this checkout. */
const services = {
  petstore: 'examples/petstore/openapi.yaml',
  consumer: 'contracts/recording-ingested/asyncapi.yaml',
  odd: join(import.meta.dirname, 'odd-contract.yaml'),
  hostile: join(folder, 'hostile.json'),
};

beforeAll(async () => {
  symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(services.hostile, JSON.stringify(hostileContract));
  for (const [name, contract] of Object.entries(services)) {
    const args = ['new', 'service', name, '--contract', contract, '--output', join(folder, name)];
    const { exitCode, out, error } = await runCli(args, {
      cwd: name === 'odd' || name === 'hostile' ? folder : checkout,
    });
    if (exitCode !== 0) throw new Error(out + error);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a program says that fails; nothing where all is well. */
function run(program: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' });
  return status === 0 ? '' : stdout + stderr;
}

const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const lines = (path: string) => read(path).split('\n').length;

describe('a new service', { timeout: 120_000 }, () => {
  test('type-checks, by its own settings', () => {
    const config = { extends: './petstore/tsconfig.json', include: Object.keys(services) };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    expect(run(bin('typescript7/bin/tsc'), '-p', '.')).toBe('');
  });

  test('passes the tests of its contract, starts, answers and stops', () => {
    const said = run(bin('vitest/vitest.mjs'), 'run', '--root', '.', '--reporter=json', '--outputFile=report.json');
    const { numPassedTests, testResults } = JSON.parse(read('report.json'));
    const tests: ReadonlyArray<{ readonly status: string; readonly fullName: string }> = testResults.flatMap(
      ({ assertionResults }: { readonly assertionResults: readonly object[] }) => assertionResults,
    );
    expect(
      tests.filter(({ status }) => status !== 'passed').map(({ fullName }) => fullName),
      said,
    ).toEqual([]);
    expect(numPassedTests).toBeGreaterThan(100);
  });

  test('refers to the contract of its project, shared files included, and is checked from its own folder', async () => {
    const project = join(folder, 'project');
    cpSync(join(checkout, 'contracts'), join(project, 'contracts'), { recursive: true });
    writeFileSync(join(project, 'package.json'), '{}');
    const args = [
      'new',
      'service',
      'orders',
      '--contract',
      'contracts/asr/openapi.yaml',
      '--output',
      'services/orders',
    ];
    expect((await runCli(args, { cwd: project })).exitCode).toBe(0);
    const { generate } = JSON.parse(read('project/services/orders/ai2text-contracts.config.json'));
    expect(generate[0].contract).toBe('../../contracts/asr/openapi.yaml');
    const { exitCode, out } = await runCli(['generate', '--check'], { cwd: join(project, 'services/orders') });
    expect([exitCode, out.match(/up to date/g)?.length], out).toEqual([0, 2]);
    rmSync(project, { recursive: true });
  });

  test('is what the generator would make again', async () => {
    for (const name of Object.keys(services)) {
      const { exitCode, out } = await runCli(['generate', '--check'], { cwd: join(folder, name) });
      expect([exitCode, out.match(/up to date/g)?.length], out).toEqual([0, 2]);
    }
  });

  test('is formatted as its generator is, and has nothing for a linter to say', () => {
    const { formatter, javascript, linter } = JSON.parse(readFileSync(join(checkout, 'biome.json'), 'utf8'));
    const files = { includes: ['**', '!**/generated', '!**/contracts'] };
    writeFileSync(join(folder, 'biome.json'), JSON.stringify({ files, formatter, javascript, linter }));
    expect(run(bin('@biomejs/biome/bin/biome'), 'check', 'petstore', 'consumer', 'odd')).toBe('');
  });
});

describe('texts of a contract are data in a new service', () => {
  test('in no file that a shell, Docker or npm reads', () => {
    expect(read('hostile/Dockerfile').replaceAll('hostile', 'petstore')).toBe(read('petstore/Dockerfile'));
    const { description, ...manifest } = JSON.parse(read('hostile/package.json'));
    const { description: _, ...expected } = JSON.parse(read('petstore/package.json'));
    expect({ ...manifest, name: 'petstore' }).toEqual(expected);
    expect(description).toContain('canary()');
    expect(lines('hostile/README.md')).toBe(lines('petstore/README.md'));
    expect(read('hostile/README.md')).not.toMatch(/^# .*canary|<script|(?<!\\)\]\(javascript/m);
  });

  test('and file names are plain', () => {
    const files = globSync('hostile/src/**/*.ts', { cwd: folder });
    for (const file of files) expect(file).toMatch(/^hostile\/src\/(?:handlers\/)?[a-z0-9-]+\.ts$/);
    expect(files.length).toBeGreaterThan(10);
  });
});
