import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin, stripTypeScriptTypes } from 'node:module';
import { dirname, join, resolve, sep } from 'node:path';

/** The packages that a program imports, from its own files on, and all that those packages depend on: their folders. */
export function neededPackages(program: string): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const [file, name] of importedBy(program)) addPackage(folders, name, dirname(file));
  return folders;
}

/** Each bare import of the program's own files, with the file that has it. */
function importedBy(program: string): ReadonlyArray<readonly [file: string, name: string]> {
  const found: (readonly [string, string])[] = [];
  const seen = new Set<string>();
  const waiting = [resolve(program)];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const specifier of specifiersIn(readFileSync(file, 'utf8'))) {
      if (specifier.startsWith('.')) waiting.push(resolve(dirname(file), specifier));
      else if (!isBuiltin(specifier)) found.push([file, packageOf(specifier)]);
    }
  }
  return found;
}

/** Without types nothing is left that is not loaded. A program that starts another file names it by `new URL`. */
function specifiersIn(source: string): readonly string[] {
  const code = stripTypeScriptTypes(source);
  const imports = code.matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g);
  const files = code.matchAll(/new URL\(\s*'(\.[^']+\.ts)'\s*,\s*import\.meta\.url\s*\)/g);
  return [...imports, ...files].map((match) => match[1] ?? '');
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

function addPackage(folders: Set<string>, name: string, from: string): void {
  const folder = findPackage(name, from);
  // What is optional may not be installed.
  if (folder === undefined || folders.has(folder)) return;
  folders.add(folder);
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { dependencies, optionalDependencies, peerDependencies } = manifest;
  for (const needed of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
    addPackage(folders, needed, folder);
  }
}

/** As Node looks for it: in the nearest `node_modules` upwards that has it. */
function findPackage(name: string, from: string): string | undefined {
  const above = from.split(sep).map((_, place, parts) => parts.slice(0, place + 1).join(sep));
  const places = above.toReversed().map((folder) => join(folder || sep, 'node_modules', name));
  return places.find((folder) => existsSync(join(folder, 'package.json')));
}
