import { readdirSync, readFileSync } from 'node:fs';
import { runtimeText } from './runtime-text.ts';
import type { GeneratedFile, ImportExtension } from './target.ts';

/**
 * The handwritten runtime in `folder`, copied as it is but for the ending of its relative imports, for `runtime/` in the
 * output.
 */
export function runtimeFiles(folder: URL, importExtension: ImportExtension): readonly GeneratedFile[] {
  const key = `${importExtension} ${folder.href}`;
  const known = read.get(key) ?? readRuntime(folder, importExtension);
  read.set(key, known);
  return known;
}

/** The runtime does not change while the process lives, and one run may generate a target for many contracts. */
const read = new Map<string, readonly GeneratedFile[]>();

function readRuntime(folder: URL, importExtension: ImportExtension): readonly GeneratedFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .sort()
    .map((name) => {
      const source = readFileSync(new URL(name, folder), 'utf8');
      const text = runtimeText(source, (path) => path.replace(/\.ts$/, importExtension));
      return { path: `runtime/${name}`, text };
    });
}
