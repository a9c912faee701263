import { statSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import { isFrozen } from '../../core/releases/is-frozen.ts';
import { projectFiles } from '../../core/source/files.ts';
import { commonFolder, contractsAt, isInside } from '../inputs.ts';
import { matchRenamed } from './match-renamed.ts';
import { contractFolder } from './releases.ts';
import type { Origin, Pair, Side } from './sides.ts';

export interface TwoPaths {
  readonly before: string;
  readonly after: string;
  readonly cwd: string;
  readonly projectRoot: string;
  readonly readInput: () => Promise<string>;
}

/** Two files, a file and standard input (`-`), or two folders whose contracts are matched by their relative path. */
export async function pairsFromFiles({
  before,
  after,
  cwd,
  projectRoot,
  readInput,
}: TwoPaths): Promise<readonly Pair[]> {
  if (before === '-' && after === '-')
    throw new UsageError('Standard input can be one side only. Name a file for the other.');
  const named = [before, after].filter((path) => path !== '-').map((path) => resolve(cwd, path));
  for (const path of named) {
    if (statSync(path, { throwIfNoEntry: false }) === undefined)
      throw new UsageError(`There is no file or folder ${JSON.stringify(relative(cwd, path))}. Check the path.`);
  }
  const root = named.every((path) => isInside(projectRoot, path)) ? projectRoot : commonFolder(named.map(folderOf));
  const origin: Origin = { files: projectFiles(root), revision: undefined };
  const toPath = (path: string) => relative(root, path).split(sep).join('/');
  const folders = named.filter((path) => statSync(path).isDirectory());
  if (folders.length === 2) {
    const [from = '', to = ''] = folders;
    return pairsOfFolders(toPath(from), toPath(to), { origin, root });
  }
  if (folders.length === 1)
    throw new UsageError('A folder can be compared with a folder, and a file with a file. Name two of one kind.');
  const text = before === '-' || after === '-' ? await readInput() : '';
  // What refers to its neighbours does so from the contract's folder, not from that of its releases.
  const beside = posix.join(contractFolder(toPath(named[0] ?? cwd)), '<stdin>');
  const side = (path: string): Side =>
    path === '-' ? { origin, path: beside, text } : { origin, path: toPath(resolve(cwd, path)) };
  const sides = { before: side(before), after: side(after) };
  return [{ contract: sides.after.path, ...sides, release: undefined }];
}

function pairsOfFolders(
  from: string,
  to: string,
  { origin, root }: { readonly origin: Origin; readonly root: string },
): readonly Pair[] {
  const inside = (folder: string) =>
    contractsAt(join(root, folder))
      .map((path) => relative(join(root, folder), path).split(sep).join('/'))
      .filter((path) => !isFrozen(path));
  const old = new Set(inside(from));
  const current = new Set(inside(to));
  const paths = [...new Set([...old, ...current])].sort();
  if (paths.length === 0)
    throw new UsageError(
      `No contract was found in ${JSON.stringify(from)} and ${JSON.stringify(to)}. A contract is a YAML or JSON file that starts with openapi, swagger or asyncapi.`,
    );
  const pairs = paths.map((path) => ({
    contract: posix.join(current.has(path) ? to : from, path),
    before: old.has(path) ? { origin, path: posix.join(from, path) } : undefined,
    after: current.has(path) ? { origin, path: posix.join(to, path) } : undefined,
    release: undefined,
  }));
  return matchRenamed(pairs);
}

function folderOf(path: string): string {
  return statSync(path).isDirectory() ? path : dirname(path);
}
