/** `major.minor.patch` of Semantic Versioning 2.0.0; contracts have no pre-releases, a frozen one is final. */
export interface SemanticVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

export type Bump = 'major' | 'minor' | 'patch';

export function parseVersion(text: string): SemanticVersion | undefined {
  const match = /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/.exec(text);
  if (match === null) return undefined;
  const [major = 0, minor = 0, patch = 0] = match.slice(1).map(Number);
  return { major, minor, patch };
}

export function printVersion({ major, minor, patch }: SemanticVersion): string {
  return `${major}.${minor}.${patch}`;
}

/** Negative when `a` is the older one. */
export function compareVersions(a: SemanticVersion, b: SemanticVersion): number {
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch;
}

/** Before 1.0.0 a minor may break and a patch may add (SemVer 2.0.0, 4), by common practice. */
export function bumpVersion({ major, minor, patch }: SemanticVersion, bump: Bump): SemanticVersion {
  if (bump === 'patch' || (bump === 'minor' && major === 0)) return { major, minor, patch: patch + 1 };
  if (bump === 'minor' || major === 0) return { major, minor: minor + 1, patch: 0 };
  return { major: major + 1, minor: 0, patch: 0 };
}
