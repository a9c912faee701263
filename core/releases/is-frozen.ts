import { parseVersion, type SemanticVersion } from './semantic-version.ts';

/** True for `…/releases/1.2.0.yaml`: history, which neither conventions of today nor neighbours reach. */
export function isFrozen(path: string): boolean {
  return frozenVersion(path) !== undefined;
}

/** The version that the name of a frozen release says; undefined for any other path. */
export function frozenVersion(path: string): SemanticVersion | undefined {
  const name = /(?:^|\/)releases\/([^/]+)\.(?:ya?ml|json)$/i.exec(path)?.[1];
  return name === undefined ? undefined : parseVersion(name);
}
