import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { compareVersions, parseVersion, type SemanticVersion } from '../../core/compat/release/semantic-version.ts';

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
      const version = versionOf(path);
      return version === undefined ? [] : [{ version, path }];
    })
    .sort((a, b) => compareVersions(a.version, b.version));
}

/** True for `…/releases/1.2.0.yaml`: history, which is not compared itself. */
export function isFrozen(path: string): boolean {
  return versionOf(path) !== undefined;
}

function versionOf(path: string): SemanticVersion | undefined {
  const name = /(?:^|\/)releases\/([^/]+)\.(?:ya?ml|json)$/i.exec(path)?.[1];
  return name === undefined ? undefined : parseVersion(name);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
