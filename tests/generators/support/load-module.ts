import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { GeneratedFile } from '../../../generators/target.ts';
import { writeFiles } from './type-check.ts';

/** Runs generated TypeScript: bundles `entry` and imports the result. Its types are only known at run time. */
export async function loadModule(files: readonly GeneratedFile[], entry: string): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'ai2text-module-'));
  try {
    writeFiles(folder, files);
    const bundle = await build({ entryPoints: [join(folder, entry)], bundle: true, format: 'esm', write: false });
    const file = join(folder, 'bundle.mjs');
    writeFileSync(file, bundle.outputFiles[0]?.text ?? '');
    return await import(/* @vite-ignore */ pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
