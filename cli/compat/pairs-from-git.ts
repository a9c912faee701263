import { join, posix, relative, resolve, sep } from 'node:path';
import { claimsToBeContract } from '../../core/contract/dialect.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import { isFrozen } from '../../core/releases/is-frozen.ts';
import { projectFiles } from '../../core/source/files.ts';
import { contractsAt, isInside } from '../inputs.ts';
import { changedReleases } from './changed-releases.ts';
import { openRevision, type Revision, repositoryRoot } from './git.ts';
import { matchRenamed } from './match-renamed.ts';
import { contractFolder } from './releases.ts';
import type { Origin, Pair } from './sides.ts';

export interface GitRange {
  readonly before: string;
  /** Undefined for the files on disk. */
  readonly after: string | undefined;
  /** Files and folders, absolute. */
  readonly paths: readonly string[];
  readonly projectRoot: string;
}

/** The contracts at the paths as one revision has them against another, or against the files on disk. */
export function pairsFromGit({ before, after, paths, projectRoot }: GitRange): {
  readonly pairs: readonly Pair[];
  readonly findings: readonly Diagnostic[];
} {
  const root = paths.every((path) => isInside(projectRoot, path)) ? projectRoot : repositoryRoot(projectRoot);
  const prefixes = paths.map((path) => relative(root, resolve(root, path)).split(sep).join('/'));
  const old = atRevision(openRevision(root, before), prefixes);
  const current = after === undefined ? onDisk(root, paths) : atRevision(openRevision(root, after), prefixes);
  const all = [...new Set([...old.paths, ...current.paths])].sort();
  const contracts = all.filter((path) => !isFrozen(path));
  if (contracts.length === 0)
    throw new UsageError(
      `No contract was found in ${prefixes.map((path) => JSON.stringify(path || '.')).join(', ')}, neither at ${before} nor ${after === undefined ? 'on disk' : `at ${after}`}.`,
    );
  const has = { old: new Set(old.paths), current: new Set(current.paths) };
  const pairs = matchRenamed(
    contracts.map((path) => ({
      contract: path,
      before: has.old.has(path) ? { origin: old.origin, path } : undefined,
      after: has.current.has(path) ? { origin: current.origin, path } : undefined,
      release: undefined,
    })),
  );
  const folders = foldersAfter(pairs);
  const releases = old.paths.filter(isFrozen).flatMap((path) => {
    const folder = folders.has(contractFolder(path)) ? folders.get(contractFolder(path)) : contractFolder(path);
    return folder === undefined ? [] : [{ path, now: posix.join(folder, 'releases', posix.basename(path)) }];
  });
  return { pairs, findings: changedReleases(old.origin, current.origin, releases) };
}

/**
 * Where the folder of each contract is now. Undefined where the contract is gone: that is the change to judge, and its
 * releases go with it.
 */
function foldersAfter(pairs: readonly Pair[]): ReadonlyMap<string, string | undefined> {
  const folders = new Map<string, string | undefined>();
  for (const { before, after } of pairs) {
    if (before === undefined) continue;
    const folder = contractFolder(before.path);
    folders.set(folder, (after && contractFolder(after.path)) ?? folders.get(folder));
  }
  return folders;
}

interface Found {
  readonly origin: Origin;
  /** Frozen releases included. */
  readonly paths: readonly string[];
}

function onDisk(root: string, paths: readonly string[]): Found {
  const found = paths.flatMap((path) => contractsAt(path)).map((path) => relative(root, path).split(sep).join('/'));
  return { origin: { files: projectFiles(root), revision: undefined }, paths: found };
}

function atRevision(revision: Revision, prefixes: readonly string[]): Found {
  const candidates = revision.paths.filter(
    (path) =>
      prefixes.some((prefix) => prefix === '' || path === prefix || path.startsWith(`${prefix}/`)) &&
      (prefixes.includes(path) || (/\.(ya?ml|json)$/i.test(path) && !isSkipped(path))),
  );
  revision.preload(candidates);
  const paths = candidates.filter((path) => {
    const answer = revision.files.read(path);
    return prefixes.includes(path) || ('text' in answer && claimsToBeContract(answer.text));
  });
  return { origin: { files: revision.files, revision: revision.name }, paths };
}

/** As a scan on disk skips them. */
function isSkipped(path: string): boolean {
  return join('/', path)
    .split('/')
    .slice(1, -1)
    .some((folder) => folder.startsWith('.') || folder === 'node_modules' || folder === 'dist');
}
