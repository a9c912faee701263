import type { Comparison } from '../../core/compat/report/report.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { projectFiles } from '../../core/source/files.ts';
import type { Config } from '../config/config.ts';
import { readAcceptedChanges } from './accepted-changes.ts';
import { comparePairs } from './compare-pairs.ts';
import type { Release } from './releases.ts';
import { type ReadSide, SideReader } from './side-reader.ts';

/** Errors by the rules in force; what holds between contracts cannot be judged from one of them. */
export async function faultsOf(path: string, config: Config): Promise<readonly Diagnostic[]> {
  const { checkFiles } = await import('../check-files.ts');
  const { crossRules } = await import('../../core/rules/index.ts');
  const between = new Set(crossRules.map(({ id }) => id));
  const { diagnostics } = await checkFiles({ root: config.root, paths: [path] }, config);
  return diagnostics.filter(({ severity, rule }) => severity === 'error' && !between.has(rule));
}

/** A contract held against its newest release; `old` is undefined for the first one. */
export interface ComparedRelease {
  readonly comparison: Comparison;
  readonly old: ReadSide | undefined;
  readonly current: ReadSide;
  readonly findings: readonly Diagnostic[];
}

export async function compareWithRelease(
  path: string,
  previous: Release | undefined,
  config: Config,
  { profile, now }: { readonly profile: Config['diff']['profile']; readonly now: Date },
): Promise<ComparedRelease> {
  const origin = { files: projectFiles(config.root), revision: undefined };
  const reader = new SideReader(config.allowUrls);
  const after = { origin, path };
  const before = previous === undefined ? undefined : { origin, path: previous.path };
  const accepted = readAcceptedChanges(config.root, config.diff.acceptedChanges);
  const settings = { profile, eventMode: config.diff.eventMode, accepted, now };
  const pair = { contract: path, before, after, release: 'newest' } as const;
  const { comparisons, findings } = await comparePairs([pair], reader, settings);
  const old = before === undefined ? undefined : await reader.read(before);
  const current = await reader.read(after);
  const [comparison] = comparisons;
  if (comparison === undefined) throw new Error('One pair makes one comparison.');
  return { comparison, old, current, findings };
}
