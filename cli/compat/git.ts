import { execFileSync } from 'node:child_process';
import { posix, resolve } from 'node:path';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import { defaultLimits } from '../../core/source/limits.ts';
import type { FileReader } from '../../core/source/workspace.ts';

/** A commit as a folder of files: nothing is checked out, and no program of the repository's configuration runs. */
export interface Revision {
  /** As the user named it. */
  readonly name: string;
  /** The full id of the commit. */
  readonly commit: string;
  /** Every regular file below the root, relative to it, with forward slashes. */
  readonly paths: readonly string[];
  readonly files: FileReader;
  /** Reads many files in one go; what is asked for one by one later is then at hand. */
  readonly preload: (paths: readonly string[]) => void;
}

/**
 * The commit that `name` stands for, seen from `root`, a folder inside a repository. Files outside of `root` are not
 * part of it, as they are not on disk.
 */
export function openRevision(root: string, name: string): Revision {
  const commit = resolveRevision(root, name);
  const blobs = listBlobs(root, commit);
  const known = new Map<string, string>();
  const read: FileReader['read'] = (path) => {
    const blob = blobs.get(path);
    if (blob === undefined) return { refusal: `points to ${path}, which does not exist at ${name}` };
    if (blob.mode !== '100644' && blob.mode !== '100755')
      return { refusal: `points to ${path}, which is not a regular file at ${name}` };
    if (blob.size > defaultLimits.characters * 4)
      return { refusal: `points to ${path}, which is too large (${blob.size} bytes)` };
    const text = known.get(blob.id) ?? git(root, ['cat-file', 'blob', blob.id]);
    known.set(blob.id, text);
    return { text };
  };
  const paths = [...blobs].filter(([, { mode }]) => mode.startsWith('100')).map(([path]) => path);
  const preload = (wanted: readonly string[]): void => {
    const ids = wanted.flatMap((path) => {
      const blob = blobs.get(path);
      return blob !== undefined && !known.has(blob.id) && blob.size < 8_000_000 ? [blob.id] : [];
    });
    for (const [id, text] of readBlobs(root, [...new Set(ids)])) known.set(id, text);
  };
  return { name, commit, paths, files: { read }, preload };
}

/** The best common ancestor of two revisions, which `a...b` compares with. */
export function mergeBase(root: string, a: string, b: string): string {
  const [first, second] = [resolveRevision(root, a), resolveRevision(root, b)];
  try {
    const base = git(root, ['merge-base', first, second]).trim();
    return git(root, ['rev-parse', '--short=10', base]).trim();
  } catch {
    throw new UsageError(
      `${a} and ${b} have no common ancestor in this repository. Fetch more of its history (git fetch --unshallow).`,
    );
  }
}

/** The top folder of the repository that `folder` is in. */
export function repositoryRoot(folder: string): string {
  try {
    return resolve(folder, git(folder, ['rev-parse', '--show-cdup']).trim() || '.');
  } catch {
    throw new UsageError(`${folder} is not inside a git repository, so there is no revision to read.`);
  }
}

/** `git config user.name`, or undefined. */
export function gitUser(root: string): string | undefined {
  try {
    return git(root, ['config', '--get', 'user.name']).trim() || undefined;
  } catch {
    return undefined;
  }
}

function resolveRevision(root: string, name: string): string {
  // Whatever git itself could take for an option or a command is refused before it sees it.
  if (!/^[^-\s:?*[\\\p{Cc}][^\s:?*[\\\p{Cc}]*$/u.test(name) || name.includes('..'))
    throw new UsageError(`${JSON.stringify(name)} is not a git revision. Write a branch, a tag or a commit.`);
  try {
    return git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]).trim();
  } catch (error) {
    if (isMissing(error)) throw new UsageError('The program git is needed to read a revision. Install it.');
    if (!isRepository(root))
      throw new UsageError(`${root} is not inside a git repository, so there is no revision ${name} to read.`);
    throw new UsageError(
      `There is no git revision ${name} here. ${isShallow(root) ? shallow : 'Fetch it (git fetch)'}, or correct the name.`,
    );
  }
}

interface Blob {
  readonly id: string;
  readonly mode: string;
  readonly size: number;
}

/** What `git ls-tree` lists below `root`: `<mode> <type> <id> <size>\t<path>`, each ended by a zero byte. */
function listBlobs(root: string, commit: string): ReadonlyMap<string, Blob> {
  const blobs = new Map<string, Blob>();
  for (const line of git(root, ['ls-tree', '-r', '-z', '-l', commit]).split('\0')) {
    const match = /^(\d+) blob ([0-9a-f]+) +(\d+)\t(.*)$/s.exec(line);
    if (match === null) continue;
    const [, mode = '', id = '', size = '0', path = ''] = match;
    blobs.set(posix.normalize(path), { mode, id, size: Number(size) });
  }
  return blobs;
}

/** `git cat-file --batch` answers `<id> blob <size>`, a line break, the bytes, and another line break, for each id. */
function readBlobs(root: string, ids: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  if (ids.length === 0) return texts;
  const answer = execFileSync('git', ['--no-pager', 'cat-file', '--batch'], {
    cwd: root,
    env: environment(),
    input: `${ids.join('\n')}\n`,
    maxBuffer: 1 << 29,
  });
  let at = 0;
  while (at < answer.length) {
    const head = answer.indexOf(10, at);
    const [id = '', , size = '0'] = answer.toString('latin1', at, head).split(' ');
    const end = head + 1 + Number(size);
    texts.set(id, answer.toString('utf8', head + 1, end));
    at = end + 1;
  }
  return texts;
}

function isRepository(root: string): boolean {
  try {
    git(root, ['rev-parse', '--git-dir']);
    return true;
  } catch {
    return false;
  }
}

const shallow = 'This clone has only a part of the history: fetch the rest (git fetch --unshallow --tags)';

function isShallow(root: string): boolean {
  return git(root, ['rev-parse', '--is-shallow-repository']).trim() === 'true';
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Without a shell, without a pager, and without locks. */
function git(root: string, args: readonly string[]): string {
  return execFileSync('git', ['--no-pager', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: environment(),
    maxBuffer: 1 << 29,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
}
