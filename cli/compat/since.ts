import type { ReportedChange } from '../../core/compat/report/report.ts';
import type { Contract } from '../../core/contract/model.ts';
import {
  bumpVersion,
  compareVersions,
  printVersion,
  type SemanticVersion,
} from '../../core/releases/semantic-version.ts';
import type { Against } from './compare-release.ts';

/** An earlier release, and what a new one changes of what it promised. */
export interface Since {
  readonly version: SemanticVersion;
  readonly path: string;
  readonly contract: Contract;
  readonly changes: readonly ReportedChange[];
}

/**
 * The newest release with all that has changed since, then older ones with the breaks that are no breaks of a newer one.
 * What a release between them has announced by its number is told already.
 */
export function changesSince(against: readonly Against[]): readonly Since[] {
  const [newest] = against;
  const told = new Set<string>();
  return against.flatMap(({ release: { version, path }, old, comparison }): Since[] => {
    if (!old.ok || newest === undefined) return [];
    const isNewest = version === newest.release.version;
    if (!isNewest && compareVersions(newest.release.version, bumpVersion(version, 'major')) >= 0) return [];
    const { contract } = old;
    const changes = comparison.changes.filter(
      (change) => isNewest || (isOpenBreak(change) && !told.has(change.fingerprint)),
    );
    for (const { fingerprint } of changes) told.add(fingerprint);
    if (isNewest) return [{ version, path, contract, changes }];
    const against = `Against ${printVersion(version)}: `;
    const own = changes.map((change) => ({ ...change, message: against + change.message }));
    return own.length === 0 ? [] : [{ version, path, contract, changes: own }];
  });
}

/** Breaks somebody, and nobody has accepted it. */
export function isOpenBreak({ verdict, accepted }: ReportedChange): boolean {
  return verdict === 'breaking' && accepted === undefined;
}
