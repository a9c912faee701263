import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { GeneratedFile } from '../../../generators/target.ts';
import { writeFiles } from '../support/type-check.ts';

/** Runs generated TypeScript that is for Node: bundles `index.ts` and loads the result. Its types are only known at run time. */
export async function loadNodeModule<Module>(files: readonly GeneratedFile[]): Promise<Module> {
  const folder = mkdtempSync(join(tmpdir(), 'ai2text-node-'));
  try {
    writeFiles(folder, files);
    const nodePaths = [join(import.meta.dirname, '../../../node_modules')];
    const entryPoints = [join(folder, 'index.ts')];
    const bundle = await build({ entryPoints, nodePaths, bundle: true, platform: 'node', format: 'cjs', write: false });
    const file = join(folder, 'bundle.cjs');
    writeFileSync(file, bundle.outputFiles[0]?.text ?? '');
    return createRequire(import.meta.url)(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
