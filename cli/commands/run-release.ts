import { join } from 'node:path';
import { checkDeprecationWindow } from '../../core/compat/release/deprecation-window.ts';
import { countChanges, printCounts } from '../../core/compat/report/count.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { printReport } from '../../core/diagnostics/printers/index.ts';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import { parseVersion, printVersion } from '../../core/releases/semantic-version.ts';
import { compareWithReleases, faultsOf } from '../compat/compare-release.ts';
import { describeDiffRule } from '../compat/describe-rule.ts';
import { findContract } from '../compat/find-contract.ts';
import { judgeRelease, refuseOldVersion, saysTheSame } from '../compat/judge-release.ts';
import { planRelease } from '../compat/plan-release.ts';
import { releasesOf } from '../compat/releases.ts';
import { changesSince } from '../compat/since.ts';
import { writeTogether } from '../compat/write-together.ts';
import { loadConfig } from '../config/load.ts';
import { type Surroundings, wantsColor } from '../surroundings.ts';
import { version as toolVersion } from '../version.ts';
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
  const now = world.now();
  const path = findContract(name, config, world.cwd);
  refuseOldVersion(version, releasesOf(config.root, path), path);
  const faults = await faultsOf(path, config);
  if (faults.length > 0) return refuse(faults, 'A contract with errors is not released.', world);
  const { profile = config.diff.profile, eventMode = config.diff.eventMode } = options;
  const { current, against, findings } = await compareWithReleases(path, config, { profile, eventMode, now }, wanted);
  if (!current.ok || against.some(({ old }) => !old.ok)) {
    refuse(findings, 'What cannot be compared is not released.', world);
    return 2;
  }
  const edited = findings.filter(({ rule }) => rule === 'release-frozen');
  if (edited.length > 0)
    return refuse(edited, 'What was promised before is not what it was. Nothing was released.', world);
  const since = changesSince(against);
  const [newest] = since;
  const refusal = since.map((one) => judgeRelease(version, one)).find((reason) => reason !== undefined);
  const window = checkDeprecationWindow(newest?.contract, current.contract, now);
  if (window.length > 0) return refuse(window, refusal ?? 'Nothing was released.', world);
  if (refusal !== undefined) return say(refusal, world);
  const files = await planRelease({ root: config.root, path, version, current, since, now });
  const changes = since.flatMap((one) => one.changes);
  const frozen = files.at(-1)?.text ?? '';
  if (newest !== undefined && changes.length === 0 && saysTheSame(frozen, newest.path, config.root))
    return say(`Nothing has changed since ${printVersion(newest.version)}, so there is nothing to release.\n`, world);
  const from =
    newest === undefined
      ? 'the first release'
      : `after ${printVersion(newest.version)}: ${printCounts(countChanges([{ changes }]))}`;
  if (options.dryRun !== true)
    writeTogether(files.map((file) => ({ ...file, path: join(config.root, file.path), shown: file.path })));
  const verb = options.dryRun === true ? 'would write' : 'wrote';
  world.out.write(`${path}: ${wanted}, ${from}\n${files.map((file) => `  ${verb} ${file.path}\n`).join('')}`);
  return 0;
}

function refuse(findings: readonly Diagnostic[], reason: string, world: Surroundings): number {
  const report = { diagnostics: findings, checked: 1, toolVersion, describe: describeDiffRule };
  world.out.write(printReport(report, 'text', wantsColor(world.out, world.env)));
  return say(`${reason.trimEnd()}\n`, world);
}

function say(reason: string, world: Surroundings): number {
  world.out.write(reason);
  return 1;
}
