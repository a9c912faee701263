import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { frozenVersion } from '../../core/releases/is-frozen.ts';
import { compareVersions, type SemanticVersion } from '../../core/releases/semantic-version.ts';

/** A frozen release of a contract. */
export interface Release {
  readonly version: SemanticVersion;
  /** Relative to the root, with forward slashes. */
  readonly path: string;
}

/** The frozen releases of the contract at `path`, the oldest first. */
export function releasesOf(root: string, path: string): readonly Release[] {
  const folder = posix.join(posix.dirname(path), 'releases');
  return releasesAmong(namesIn(join(root, folder)).map((name) => posix.join(folder, name)));
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

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
