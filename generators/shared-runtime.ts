import { readdirSync, readFileSync } from 'node:fs';
import { runtimeText } from './runtime-text.ts';
import type { GeneratedFile, ImportExtension } from './target.ts';

export interface SharedRuntime {
  /** The target's own runtime. */
  readonly own: URL;
  /** In the output; all files lie side by side there. */
  readonly folder: string;
  readonly importExtension: ImportExtension;
  /** Files of its own that this output does without. */
  readonly without?: readonly string[];
}

/**
 * A target's handwritten runtime together with those files of the server's that it uses: both sides must read the
 * contract alike, so they share the code.
 */
export function sharedRuntimeFiles({ own, folder, importExtension, without = [] }: SharedRuntime): GeneratedFile[] {
  const texts = new Map<string, string>();
  for (const name of readdirSync(own).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))) {
    if (!without.includes(name)) texts.set(name, readFileSync(new URL(name, own), 'utf8'));
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
    .map(([name, text]) => ({ path: `${folder}/${name}`, text: rewrite(text, importExtension) }));
}

const server = new URL('./hono-server/runtime/', import.meta.url);

function namesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);
}

/** Files of the server's runtime lie beside the target's own. */
function rewrite(text: string, extension: ImportExtension): string {
  return runtimeText(text, (path) => path.replace(/^.*\/([\w-]+)\.ts$/, `./$1${extension}`));
}
