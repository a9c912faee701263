import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { claimsToBeContract } from '../core/contract/dialect.ts';
import { UsageError } from '../core/diagnostics/usage-error.ts';

/** Which files to work on, and the folder that no reference may leave. */
export interface Inputs {
  /** Absolute. */
  readonly root: string;
  /** Relative to `root`, with forward slashes, sorted, each once. */
  readonly paths: readonly string[];
}

const skipped = new Set(['node_modules', 'dist']);

/**
 * Turns the paths on the command line into contract files. A file named is taken as it is; in a folder, every YAML and
 * JSON file that claims to be a contract is. Paths outside the project get the folder they share as their root.
 */
export function findInputs(paths: readonly string[], cwd: string, projectRoot: string): Inputs {
  const found = paths.flatMap((path) => filesAt(resolve(cwd, path), path));
  if (found.length === 0) {
    const where = paths.map((path) => JSON.stringify(path)).join(', ');
    throw new UsageError(
      `No contract was found in ${where}. A contract is a YAML or JSON file that starts with openapi, swagger or asyncapi.`,
    );
  }
  const root = found.every((file) => isInside(projectRoot, file))
    ? projectRoot
    : commonFolder(paths.map((path) => folderOf(resolve(cwd, path))));
  const relativePaths = found.map((file) => relative(root, file).split(sep).join('/'));
  return { root, paths: [...new Set(relativePaths)].sort() };
}

/** The contract files at or below an absolute path, sorted; none where there is nothing. */
export function contractsAt(path: string): readonly string[] {
  return statSync(path, { throwIfNoEntry: false }) === undefined ? [] : filesAt(path, path);
}

function filesAt(path: string, shown: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined)
    throw new UsageError(
      `There is no file or folder ${JSON.stringify(shown)}. Check the path, or name the contracts to work on.`,
    );
  return stats.isDirectory() ? filesBelow(path) : [path];
}

function filesBelow(folder: string): string[] {
  return entriesOf(folder)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry: Dirent) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name.startsWith('.') || skipped.has(entry.name) ? [] : filesBelow(path);
      return entry.isFile() && /\.(ya?ml|json)$/i.test(entry.name) && claims(path) ? [path] : [];
    });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw new UsageError(`The folder ${folder} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

/** A file in a scanned folder that may not be read is taken for a contract: checking it says why it cannot be read. */
function claims(path: string): boolean {
  try {
    return claimsToBeContract(readFileSync(path, 'utf8'));
  } catch {
    return true;
  }
}

export function isInside(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

function folderOf(path: string): string {
  return statSync(path).isDirectory() ? path : resolve(path, '..');
}

export function commonFolder(folders: readonly string[]): string {
  let common = folders[0] ?? sep;
  while (!folders.every((folder) => isInside(common, folder))) common = resolve(common, '..');
  return common;
}
