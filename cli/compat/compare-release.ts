import type { Comparison } from '../../core/compat/report/report.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { projectFiles } from '../../core/source/files.ts';
import type { Config } from '../config/config.ts';
import { readAcceptedChanges } from './accepted-changes.ts';
import { type CompareSettings, comparePairs } from './compare-pairs.ts';
import { checkFrozen } from './frozen-releases.ts';
import { isTransitive, pairsFromReleases } from './pairs-from-releases.ts';
import { type Release, releasesOf } from './releases.ts';
import { type ReadSide, SideReader } from './side-reader.ts';

/** Errors by the rules in force; what holds between contracts cannot be judged from one of them. */
export async function faultsOf(path: string, config: Config): Promise<readonly Diagnostic[]> {
  const { checkFiles } = await import('../check-files.ts');
  const { crossRules } = await import('../../core/rules/index.ts');
  const between = new Set(crossRules.map(({ id }) => id));
  const { diagnostics } = await checkFiles({ root: config.root, paths: [path] }, config);
  return diagnostics.filter(({ severity, rule }) => severity === 'error' && !between.has(rule));
}

/** A contract held against the releases before it: the newest, and in a transitive event mode all of them. */
export interface ComparedRelease {
  readonly current: ReadSide;
  /** The newest first; none for the first release. */
  readonly against: readonly Against[];
  readonly findings: readonly Diagnostic[];
}

export interface Against {
  readonly release: Release;
  readonly old: ReadSide;
  readonly comparison: Comparison;
}

/** `version` is the one to be released, whose digest an interrupted attempt may have left. */
export async function compareWithReleases(
  path: string,
  config: Config,
  { profile, eventMode, now }: Pick<CompareSettings, 'profile' | 'eventMode' | 'now'>,
  version: string,
): Promise<ComparedRelease> {
  const inputs = { root: config.root, paths: [path] };
  const reader = new SideReader(config.allowUrls);
  const accepted = readAcceptedChanges(config.root, config.diff.acceptedChanges);
  const pairs = pairsFromReleases(inputs, isTransitive(eventMode)).toReversed();
  const { comparisons, findings } = await comparePairs(pairs, reader, { profile, eventMode, accepted, now });
  const releases = new Map(releasesOf(config.root, path).map((release) => [release.path, release]));
  const against: Against[] = [];
  for (const [i, { before }] of pairs.entries()) {
    const [release, comparison] = [releases.get(before?.path ?? ''), comparisons[i]];
    if (before === undefined || release === undefined || comparison === undefined) continue;
    against.push({ release, comparison, old: await reader.read(before) });
  }
  const current = await reader.read({ origin: { files: projectFiles(config.root), revision: undefined }, path });
  return { current, against, findings: [...checkFrozen(inputs, version), ...findings] };
}
