import { readdirSync, readFileSync } from 'node:fs';
import { runtimeText } from '../../runtime-text.ts';
import type { GeneratedFile, ImportExtension } from '../../target.ts';

/** The folder of the output that holds the runtime of the senders. */
export const senderFolder = 'runtime/senders';

const own = new URL('../runtime/senders/', import.meta.url);
const client = new URL('../../typescript-client/runtime/', import.meta.url);

/**
 * The runtime of the senders: its own files, and those of the client's runtime that they and the generated file import. What it
 * shares with the server stays in the server's folder.
 */
export function senderFiles(generated: string, importExtension: ImportExtension): GeneratedFile[] {
  const texts = new Map(filesIn(own).map((name) => [name, read(own, name)]));
  const ownNames = new Set(texts.keys());
  const pending = [
    ...importedBy(generated, new RegExp(`from '\\./${senderFolder}/([\\w-]+)(?:\\.\\w+)?';`, 'g')).filter(
      (name) => !ownNames.has(`${name}.ts`),
    ),
    ...[...texts.values()].flatMap((text) =>
      importedBy(text, /from '\.\.\/\.\.\/\.\.\/typescript-client\/runtime\/([\w-]+)\.ts';/g),
    ),
  ];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const file = `${name}.ts`;
    if (ownNames.has(file)) throw new Error(`Both runtimes have a file ${file}. Rename one of them.`);
    if (texts.has(file)) continue;
    const text = read(client, file);
    texts.set(file, text);
    pending.push(...importedBy(text, /from '\.\/([\w-]+)\.ts';/g));
  }
  return [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => ({ path: `${senderFolder}/${name}`, text: runtimeText(text, moduleOf(importExtension)) }));
}

/** The file of the client's runtime that exports a name, without its ending; undefined for names from elsewhere. */
export function clientModuleOf(name: string): string | undefined {
  exported ??= new Map(
    filesIn(client).flatMap((file) => exportsOf(read(client, file)).map((each) => [each, file] as const)),
  );
  return exported.get(name)?.replace(/\.ts$/, '');
}

let exported: ReadonlyMap<string, string> | undefined;

function exportsOf(text: string): string[] {
  const pattern = /^export (?:async )?(?:type|interface|class|const|function\*?) (\w+)/gm;
  return [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);
}

function moduleOf(importExtension: ImportExtension): (path: string) => string {
  return (path) => path.replace('../../../typescript-client/runtime/', './').replace(/\.ts$/, importExtension);
}

function filesIn(folder: URL): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
}

function read(folder: URL, name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

function importedBy(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);
}
