import { join } from 'node:path';
import { checkDeprecationWindow } from '../../core/compat/release/deprecation-window.ts';
import { countChanges, printCounts } from '../../core/compat/report/count.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { printReport } from '../../core/diagnostics/printers/index.ts';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import { parseVersion, printVersion } from '../../core/releases/semantic-version.ts';
import { compareWithRelease, faultsOf } from '../compat/compare-release.ts';
import { describeDiffRule } from '../compat/describe-rule.ts';
import { findContract } from '../compat/find-contract.ts';
import { judgeRelease, refuseOldVersion, saysTheSame } from '../compat/judge-release.ts';
import { planRelease } from '../compat/plan-release.ts';
import { releasesOf } from '../compat/releases.ts';
import { loadConfig } from '../config/load.ts';
import { type Surroundings, wantsColor } from '../surroundings.ts';
import { version as toolVersion } from '../version.ts';
import { writeWhole } from '../write-whole.ts';
import type { ReleaseOptions } from './release-options.ts';

/** `release`: returns the exit code. Nothing is written unless everything fits. */
export async function runRelease(
  name: string,
  wanted: string,
  options: ReleaseOptions,
  world: Surroundings,
): Promise<number> {
  const version = parseVersion(wanted);
  if (version === undefined)
    throw new UsageError(`${JSON.stringify(wanted)} is not a version. Write three numbers such as 1.2.0.`);
  const config = await loadConfig(world.cwd, options.config);
  const path = findContract(name, config, world.cwd);
  const releases = releasesOf(config.root, path);
  const previous = releases.at(-1);
  refuseOldVersion(version, releases, path);
  const faults = await faultsOf(path, config);
  if (faults.length > 0) return refuse(faults, 'A contract with errors is not released.', world);
  const { comparison, old, current, findings } = await compareWithRelease(path, previous, config, {
    profile: options.profile ?? config.diff.profile,
    now: world.now(),
  });
  if (!current.ok || old?.ok === false || comparison.outcome === 'unreadable') {
    refuse(findings, 'What cannot be compared is not released.', world);
    return 2;
  }
  const { changes } = comparison;
  const refusal = previous === undefined ? undefined : judgeRelease(version, previous.version, changes);
  const window = checkDeprecationWindow(old?.contract, current.contract, world.now());
  if (window.length > 0) return refuse(window, refusal ?? 'Nothing was released.', world);
  if (refusal !== undefined) return say(refusal, world);
  const isMajor = previous !== undefined && version.major > previous.version.major;
  const plan = { root: config.root, path, version: wanted, current, previous: old?.contract, changes, isMajor };
  const files = await planRelease({ ...plan, now: world.now() });
  if (previous !== undefined && changes.length === 0 && saysTheSame(files[0]?.text ?? '', previous, config.root))
    return say(`Nothing has changed since ${printVersion(previous.version)}, so there is nothing to release.\n`, world);
  const from =
    previous === undefined
      ? 'the first release'
      : `after ${printVersion(previous.version)}: ${printCounts(countChanges([comparison]))}`;
  world.out.write(`${path}: ${wanted}, ${from}\n`);
  for (const file of files) {
    if (options.dryRun !== true)
      writeWhole(join(config.root, file.path), file.text, { shown: file.path, isNew: file.isNew });
    world.out.write(`  ${options.dryRun === true ? 'would write' : 'wrote'} ${file.path}\n`);
  }
  return 0;
}

function refuse(findings: readonly Diagnostic[], reason: string, world: Surroundings): number {
  const report = { diagnostics: findings, checked: 1, toolVersion, describe: describeDiffRule };
  world.out.write(printReport(report, 'text', wantsColor(world.out, world.env)));
  return say(`${reason}\n`, world);
}

function say(reason: string, world: Surroundings): number {
  world.out.write(reason);
  return 1;
}
