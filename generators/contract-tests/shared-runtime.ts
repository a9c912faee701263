import { readdirSync, readFileSync } from 'node:fs';
import type { GeneratedFile, ImportExtension } from '../target.ts';

/**
 * This target's handwritten runtime together with those files of the server's that it uses: both sides must read the
 * contract alike, so they share the code. In the output all of them lie side by side.
 */
export function contractRuntimeFiles(importExtension: ImportExtension): GeneratedFile[] {
  const texts = new Map<string, string>();
  for (const name of readdirSync(own).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))) {
    texts.set(name, readFileSync(new URL(name, own), 'utf8'));
  }
  const pending = [...texts.values()].flatMap((text) =>
    namesIn(text, /from '\.\.\/\.\.\/hono-server\/runtime\/([\w-]+\.ts)';/g),
  );
  const shared = new Set<string>();
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (shared.has(name)) continue;
    if (texts.has(name)) throw new Error(`Both runtimes have a file ${name}. Rename one of them.`);
    shared.add(name);
    const text = readFileSync(new URL(name, server), 'utf8');
    pending.push(...namesIn(text, /from '\.\/([\w-]+\.ts)';/g));
  }
  for (const name of shared) texts.set(name, readFileSync(new URL(name, server), 'utf8'));
  return [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => ({ path: `contract-runtime/${name}`, text: `${notice}${rewrite(text, importExtension)}` }));
}

const own = new URL('./runtime/', import.meta.url);
const server = new URL('../hono-server/runtime/', import.meta.url);
const notice = '// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.\n\n';

function namesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);
}

function rewrite(text: string, extension: ImportExtension): string {
  return text.replaceAll(
    / from '(?:\.\/|\.\.\/\.\.\/hono-server\/runtime\/)([\w-]+)\.ts';/g,
    ` from './$1${extension}';`,
  );
}
