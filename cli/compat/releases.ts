import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { frozenVersion, isFrozen } from '../../core/releases/is-frozen.ts';
import { compareVersions, type SemanticVersion } from '../../core/releases/semantic-version.ts';

/** A frozen release of a contract. */
export interface Release {
  readonly version: SemanticVersion;
  /** Relative to the root, with forward slashes. */
  readonly path: string;
}

/** The frozen releases of the contract at `path`, the oldest first. */
export function releasesOf(root: string, path: string): readonly Release[] {
  return releasesIn(root, posix.dirname(path));
}

/** The frozen releases of the contract in `folder`, the oldest first. */
export function releasesIn(root: string, folder: string): readonly Release[] {
  const releases = posix.join(folder, 'releases');
  return releasesAmong(namesIn(join(root, releases)).map((name) => posix.join(releases, name)));
}

/** The frozen releases in a list of paths, the oldest first. */
export function releasesAmong(paths: readonly string[]): readonly Release[] {
  return paths
    .flatMap((path) => {
      const version = frozenVersion(path);
      return version === undefined ? [] : [{ version, path }];
    })
    .sort((a, b) => compareVersions(a.version, b.version));
}

/** The folder of the contract that a path belongs to, a frozen release among them. */
export function contractFolder(path: string): string {
  return isFrozen(path) ? posix.dirname(posix.dirname(path)) : posix.dirname(path);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
