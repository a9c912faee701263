import type { GeneratedFile } from '../target.ts';

/** The files of the runtime that generated files import, and what those import in turn. */
export function usedRuntime(generated: readonly GeneratedFile[], runtime: readonly GeneratedFile[]): GeneratedFile[] {
  const byName = new Map(runtime.map((file) => [nameOf(file), file]));
  const used = new Set<string>();
  const pending = generated.flatMap(({ text }) => importedNames(text, /from '\.\/runtime\/([\w-]+)(?:\.\w+)?';/g));
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const file = byName.get(name);
    if (used.has(name) || file === undefined) continue;
    used.add(name);
    pending.push(...importedNames(file.text, /from '\.\/([\w-]+)(?:\.\w+)?';/g));
  }
  return runtime.filter((file) => used.has(nameOf(file)));
}

function nameOf({ path }: GeneratedFile): string {
  return path.replace(/^runtime\/|\.ts$/g, '');
}

function importedNames(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);
}
