import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { typescriptClient } from '../../../generators/typescript-client/target.ts';
import { contractFrom } from '../support/contract.ts';
import { writeFiles } from '../support/type-check.ts';

const root = join(import.meta.dirname, '../../..');
const contract = contractFrom(readFileSync(join(import.meta.dirname, 'golden/job-queue/openapi.yaml'), 'utf8'));
const { files } = typescriptClient.generate(contract, { importExtension: '.js' });
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ai2text-web-'));
  writeFiles(folder, files);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('generated code', () => {
  test.each([
    ['a browser', ['es2022', 'dom', 'dom.iterable', 'dom.asynciterable']],
    ['a worker', ['es2022', 'webworker', 'webworker.iterable', 'webworker.asynciterable']],
  ])('knows nothing but what %s has', (_place, lib) => {
    const compilerOptions = {
      ...{ target: 'es2022', module: 'nodenext', strict: true, exactOptionalPropertyTypes: true, noEmit: true },
      ...{ lib, types: [] },
    };
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['**/*.ts'] }));
    const compiler = join(root, 'node_modules/typescript7/bin/tsc');
    const { stdout, stderr } = spawnSync(process.execPath, [compiler, '-p', '.'], { cwd: folder, encoding: 'utf8' });
    expect(stdout + stderr).toBe('');
  });

  test('imports its own files only', () => {
    const specifiers = files.flatMap(({ text }) =>
      [...text.matchAll(/ from '([^']+)'/g)].map(([, from]) => from ?? ''),
    );
    expect(specifiers.length).toBeGreaterThan(50);
    expect(specifiers.filter((from) => !from.startsWith('./'))).toEqual([]);
  });
});

/** The operations whose paths and parts of the runtime that are in a bundle of what `entry` imports. */
async function bundled(entry: string): Promise<{ paths: string[]; parts: string[]; bytes: number }> {
  const file = join(folder, 'entry.ts');
  writeFileSync(file, entry);
  const { outputFiles, metafile } = await build({
    ...{ entryPoints: [file], bundle: true, minify: true, format: 'esm', write: false, metafile: true },
    // Source and output may lie in folders of other names.
    absWorkingDir: folder,
  });
  const text = outputFiles[0]?.text ?? '';
  const output = Object.values(metafile.outputs)[0];
  const parts = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return {
    paths: [...new Set([...text.matchAll(/path:"([^"]+)"/g)].map(([, path]) => path ?? ''))],
    parts: parts.map(([path]) => path.replace(/^runtime\/|\.ts$/g, '')),
    bytes: text.length,
  };
}

describe('a bundle', () => {
  const one = `import { createTransport, listWorkers } from './index.js';\nconsole.log(listWorkers(createTransport()));\n`;

  test('of one operation leaves the others out, and what only they need', async () => {
    const { paths, parts } = await bundled(one);
    expect(paths).toEqual(['/workers']);
    for (const absent of [
      'pages',
      'server-sent-events',
      'json-sequence',
      'sequence',
      'refreshing',
      'unwrapped',
      'client',
    ]) {
      expect(parts).not.toContain(absent);
    }
  });

  test('of an operation with events has what reads them', async () => {
    const watch = one
      .replaceAll('listWorkers', 'watchJob')
      .replace('watchJob(createTransport()', "watchJob(createTransport(), { path: { jobId: '1' } }");
    const { paths, parts } = await bundled(watch);
    expect(paths).toEqual(['/jobs/{jobId}/events']);
    expect(parts).toContain('server-sent-events');
    expect(parts).not.toContain('pages');
  });

  test('of one operation is a fraction of the whole', async () => {
    const whole = await bundled(`import { createClient } from './index.js';\nconsole.log(createClient());\n`);
    expect(whole.paths).toHaveLength(7);
    const { bytes } = await bundled(one);
    expect(bytes / whole.bytes).toBeLessThan(0.75);
  });
});
