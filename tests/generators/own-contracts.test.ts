import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractTests } from '../../generators/contract-tests/target.ts';
import { honoServer } from '../../generators/hono-server/target.ts';
import type { GeneratedFile, ImportExtension } from '../../generators/target.ts';
import { typescriptClient } from '../../generators/typescript-client/target.ts';
import { readFixture } from './hono-server/generate.ts';
import { writeFiles } from './support/type-check.ts';

const checkout = resolve(import.meta.dirname, '../..');
const paths = globSync('contracts/*/openapi.yaml', { cwd: checkout }).toSorted();
const contracts = paths.map((path) => ({ name: basename(dirname(path)), contract: readFixture(path) }));
const targets = { client: typescriptClient, server: honoServer, tests: contractTests };

/** Everything that is generated from the repository's contracts, each target in a folder of its own. */
function generateAll(importExtension: ImportExtension): GeneratedFile[] {
  return contracts.flatMap(({ name, contract }) =>
    Object.entries(targets).flatMap(([folder, target]) =>
      target
        .generate(contract, { importExtension })
        .files.map(({ path, text }) => ({ path: `${name}/${folder}/${path}`, text })),
    ),
  );
}

const strict = {
  ...{ target: 'es2023', strict: true, noEmit: true, skipLibCheck: true, noUnusedLocals: true },
  ...{ noUnusedParameters: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
  ...{ verbatimModuleSyntax: true, isolatedModules: true },
};
const resolutions = {
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
};
const libraries = {
  node: { lib: ['es2023'], types: ['node'] },
  dom: { lib: ['es2023', 'dom', 'dom.iterable'], types: [] },
};

interface Program {
  readonly compiler: 'typescript7' | 'typescript';
  readonly resolution: keyof typeof resolutions;
  readonly library: keyof typeof libraries;
  readonly include: string;
}

describe('what is generated from every contract of the repository', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'own-contracts-'));
  const extensions = { nodenext: '.js', bundler: '' } as const;
  beforeAll(() => {
    for (const [resolution, extension] of Object.entries(extensions)) {
      writeFiles(join(folder, resolution), generateAll(extension));
    }
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function compile({ compiler, resolution, library, include }: Program): string {
    const config = join(folder, `${compiler}-${resolution}-${library}.json`);
    const compilerOptions = { ...strict, ...resolutions[resolution], ...libraries[library] };
    writeFileSync(config, JSON.stringify({ compilerOptions, include: [`${resolution}/${include}`] }));
    const program = join(checkout, 'node_modules', compiler, 'bin/tsc');
    const { stdout, stderr } = spawnSync(process.execPath, [program, '-p', config], { cwd: folder, encoding: 'utf8' });
    return stdout + stderr;
  }

  it('is made from all of them', () => {
    expect(contracts.length).toBeGreaterThanOrEqual(8);
  });

  it.each<Program>([
    { compiler: 'typescript7', resolution: 'nodenext', library: 'node', include: '**/*.ts' },
    { compiler: 'typescript7', resolution: 'bundler', library: 'dom', include: '**/*.ts' },
    { compiler: 'typescript', resolution: 'nodenext', library: 'dom', include: 'metadata/**/*.ts' },
    { compiler: 'typescript', resolution: 'bundler', library: 'node', include: 'metadata/**/*.ts' },
  ])('compiles with $compiler, $resolution, $library types', (program) => {
    expect(compile(program)).toBe('');
  });
});

describe('what is generated is the same bytes', { timeout: 120_000 }, () => {
  it('when it is generated twice', () => {
    expect(digest(generateAll('.ts'))).toBe(digest(generateAll('.ts')));
  });

  it('in another process and working directory', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
    const folders = [join(elsewhere, 'a'), join(elsewhere, 'b/c')];
    const [first, second] = folders.map((folder) => generateIn(folder));
    rmSync(elsewhere, { recursive: true });
    expect(first).toBe(second);
    expect(first).toBe(digest(honoServer.generate(readFixture(metadata), { importExtension: '.js' }).files));
  });
});

const metadata = 'contracts/metadata/openapi.yaml';

/** What the command line makes of a copy of the contracts in that folder. */
function generateIn(folder: string): string {
  cpSync(join(checkout, 'contracts'), join(folder, 'contracts'), { recursive: true });
  const cli = [join(checkout, 'cli/bin.ts'), 'generate', metadata, '-t', 'hono-server', '-o', 'generated'];
  const { status, stdout, stderr } = spawnSync(process.execPath, cli, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout + stderr);
  const written = globSync('**/*.ts', { cwd: join(folder, 'generated') });
  return digest(written.map((path) => ({ path, text: readFileSync(join(folder, 'generated', path), 'utf8') })));
}

function digest(files: readonly GeneratedFile[]): string {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}
