import { resolve } from 'node:path';
import { blocks, type DiffReport } from '../../core/compat/report/report.ts';
import { type Diagnostic, sortDiagnostics } from '../../core/diagnostics/diagnostic.ts';
import { printLocation } from '../../core/diagnostics/location.ts';
import { readAcceptedChanges } from '../compat/accepted-changes.ts';
import { checkAcceptance } from '../compat/apply-acceptance.ts';
import { comparePairs } from '../compat/compare-pairs.ts';
import { findPairs } from '../compat/find-pairs.ts';
import { isTransitive } from '../compat/pairs-from-releases.ts';
import { SideReader } from '../compat/side-reader.ts';
import type { Config, DiffFailOn } from '../config/config.ts';
import { loadConfig } from '../config/load.ts';
import { type Surroundings, wantsColor, widthOf } from '../surroundings.ts';
import { version } from '../version.ts';
import { writeWhole } from '../write-whole.ts';
import type { DiffOptions } from './diff-options.ts';

/** `diff`: returns the exit code. */
export async function runDiff(what: readonly string[], options: DiffOptions, world: Surroundings): Promise<number> {
  const config = await loadConfig(world.cwd, options.config);
  const report = await compare(what, options, config, world);
  if (options.accept !== undefined) {
    const { acceptChange } = await import('./accept-change.ts');
    return acceptChange({ ...options, accept: options.accept }, report, config, world);
  }
  await print(report, options, world);
  return exitCode(report, options.failOn ?? config.diff.failOn);
}

async function compare(
  what: readonly string[],
  options: DiffOptions,
  config: Config,
  world: Surroundings,
): Promise<DiffReport> {
  const { profile = config.diff.profile, eventMode = config.diff.eventMode } = options;
  const now = world.now();
  const found = await findPairs({ what, base: options.base, transitive: isTransitive(eventMode) }, config, world);
  const accepted = readAcceptedChanges(config.root, config.diff.acceptedChanges);
  const settings = { profile, eventMode, accepted, now };
  const { comparisons, findings } = await comparePairs(found.pairs, new SideReader(config.allowUrls), settings);
  // Against another revision, a change that was accepted since the last release may well be there already.
  const stale =
    found.against === 'other'
      ? []
      : checkAcceptance(accepted, comparisons, { now, isAll: found.against === 'all-releases' });
  const { describeDiffRule } = await import('../compat/describe-rule.ts');
  return {
    comparisons,
    findings: sortDiagnostics(unique([...found.findings, ...findings, ...stale])),
    profile,
    toolVersion: version,
    describe: describeDiffRule,
  };
}

async function print(report: DiffReport, { format = 'text', output }: DiffOptions, world: Surroundings): Promise<void> {
  const { printDiff } = await import('../../core/compat/report/index.ts');
  const style =
    output === undefined ? { color: wantsColor(world.out, world.env), width: widthOf(world.out) } : { color: false };
  const text = printDiff(report, format, style);
  if (output === undefined) world.out.write(text);
  else writeWhole(resolve(world.cwd, output), text, { shown: output });
}

/** A side that cannot be read is never "no changes", whatever `--fail-on` says. */
function exitCode({ comparisons, findings }: DiffReport, failOn: DiffFailOn): number {
  if (comparisons.some(({ outcome }) => outcome === 'unreadable')) return 2;
  if (failOn === 'never') return 0;
  if (findings.some(({ severity }) => severity === 'error')) return 1;
  if (comparisons.some((comparison) => comparison.changes.some((change) => blocks(change, comparison)))) return 1;
  const warns =
    findings.some(({ severity }) => severity === 'warning') ||
    comparisons.some(({ changes }) =>
      changes.some(({ verdict, accepted }) => verdict === 'warning' && accepted === undefined),
    );
  return failOn === 'warning' && warns ? 1 : 0;
}

/** What is wrong with a shared file is found once for each contract that uses it. */
function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byText = new Map(diagnostics.map((one) => [`${printLocation(one.location)} ${one.rule} ${one.message}`, one]));
  return [...byText.values()];
}
