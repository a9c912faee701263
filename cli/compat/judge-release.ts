import { isDeepStrictEqual } from 'node:util';
import { leastBump } from '../../core/compat/release/least-bump.ts';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import {
  bumpVersion,
  compareVersions,
  printVersion,
  type SemanticVersion,
} from '../../core/releases/semantic-version.ts';
import { projectFiles } from '../../core/source/files.ts';
import type { Json } from '../../core/source/json.ts';
import { parseSource } from '../../core/source/parse.ts';
import type { Release } from './releases.ts';
import { isOpenBreak, type Since } from './since.ts';

/** A number that is taken or that goes back is a slip of the fingers, whatever has changed. */
export function refuseOldVersion(version: SemanticVersion, releases: readonly Release[], path: string): void {
  const text = printVersion(version);
  if (releases.some((release) => compareVersions(release.version, version) === 0))
    throw new UsageError(
      `${path} has a frozen release ${text} already. A release is never overwritten; choose a new version.`,
    );
  const newest = releases.at(-1);
  if (newest !== undefined && compareVersions(version, newest.version) < 0)
    throw new UsageError(
      `${text} is older than the newest release ${printVersion(newest.version)} of ${path}. Choose a greater one.`,
    );
}

/** Why the version is too small for the changes since a release before; undefined when it is not. */
export function judgeRelease(
  version: SemanticVersion,
  { version: from, changes }: Pick<Since, 'version' | 'changes'>,
): string | undefined {
  const bump = leastBump(changes);
  const least = bumpVersion(from, bump);
  if (compareVersions(version, least) >= 0) return undefined;
  const reasons = changes
    .filter((change) => bump !== 'major' || isOpenBreak(change))
    .map(({ rule, subject, message }) => `  ${rule}  ${subject}: ${message}\n`);
  return `${printVersion(version)} is too small: what changed since ${printVersion(from)} asks for ${printVersion(least)} at least, a ${bump}.\n${reasons.join('')}`;
}

/** True when a frozen text says the same as an earlier release, their version apart. */
export function saysTheSame(text: string, path: string, root: string): boolean {
  const old = projectFiles(root).read(path);
  if ('refusal' in old) return false;
  return isDeepStrictEqual(withoutVersion(text), withoutVersion(old.text));
}

function withoutVersion(text: string): Json {
  const { value } = parseSource('release.yaml', text).source;
  return JSON.parse(JSON.stringify(value, (key, one) => (key === 'info' ? { ...one, version: '' } : one)));
}
