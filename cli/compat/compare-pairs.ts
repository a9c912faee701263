import type { EventMode } from '../../core/compat/index.ts';
import { leastBump } from '../../core/compat/release/least-bump.ts';
import type { Comparison, ReportedChange, Version } from '../../core/compat/report/report.ts';
import type { Contract } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { bumpVersion, compareVersions, parseVersion, printVersion } from '../../core/releases/semantic-version.ts';
import type { DiffConfig } from '../config/config.ts';
import type { AcceptedChange } from './accepted-changes.ts';
import { applyAcceptance } from './apply-acceptance.ts';
import { removalOf } from './removal.ts';
import type { SideReader } from './side-reader.ts';
import type { Pair, Side } from './sides.ts';

export interface CompareSettings {
  readonly profile: DiffConfig['profile'];
  readonly eventMode: DiffConfig['eventMode'];
  readonly accepted: readonly AcceptedChange[];
  readonly now: Date;
}

export interface Compared {
  readonly comparisons: readonly Comparison[];
  /** Why sides could not be read, and what is wrong with their versions. */
  readonly findings: readonly Diagnostic[];
}

export async function comparePairs(
  pairs: readonly Pair[],
  reader: SideReader,
  settings: CompareSettings,
): Promise<Compared> {
  const comparisons: Comparison[] = [];
  const findings: Diagnostic[] = [];
  for (const pair of pairs) {
    const { comparison, diagnostics } = await comparePair(pair, reader, settings);
    comparisons.push(comparison);
    findings.push(...diagnostics);
  }
  return { comparisons, findings };
}

interface One {
  readonly comparison: Comparison;
  readonly diagnostics: readonly Diagnostic[];
}

async function comparePair(pair: Pair, reader: SideReader, settings: CompareSettings): Promise<One> {
  const { contract, before, after, release } = pair;
  const bare = {
    contract,
    before: versionOf(before),
    after: versionOf(after),
    changes: [],
    unreadable: [],
    leastVersion: undefined,
    announced: false,
  };
  const old = before === undefined ? undefined : await reader.read(before);
  const current = after === undefined ? undefined : await reader.read(after);
  const faults = { before: faultsOf(before, old), after: faultsOf(after, current) };
  const diagnostics = [...faults.before, ...faults.after];
  const unreadable = (['before', 'after'] as const).filter((side) => faults[side].length > 0);
  if (unreadable.length > 0) return { comparison: { ...bare, outcome: 'unreadable', unreadable }, diagnostics };
  if (old?.ok !== true)
    return { comparison: { ...bare, outcome: release === undefined ? 'added' : 'unreleased' }, diagnostics: [] };
  const { profile, eventMode, now, accepted } = settings;
  if (current?.ok !== true) {
    const changes = applyAcceptance(contract, [removalOf(contract, old.contract, before)], accepted, now);
    return { comparison: { ...bare, outcome: 'removed', changes }, diagnostics: [] };
  }
  const { compareContracts } = await import('../../core/compat/index.ts');
  // The transitive forms differ in what is compared with, not in how.
  const mode = eventMode.replace('_TRANSITIVE', '') as EventMode;
  const found = compareContracts(old.contract, current.contract, { profile, eventMode: mode, now });
  const changes = [...applyAcceptance(contract, found, accepted, now)].sort((a, b) => rankOf(a) - rankOf(b));
  const compared = { ...bare, outcome: 'compared', changes } as const;
  if (release === undefined) return { comparison: compared, diagnostics: [] };
  const { leastVersion, announced, ...judged } = judgeVersion(old.contract, current.contract, changes);
  if (release === 'older') return { comparison: { ...compared, announced }, diagnostics: [] };
  return { comparison: { ...compared, leastVersion, announced }, diagnostics: judged.diagnostics };
}

function versionOf(side: Side | undefined): Version | undefined {
  return side === undefined ? undefined : { path: side.path, revision: side.origin.revision };
}

function faultsOf(side: Side | undefined, read: Awaited<ReturnType<SideReader['read']>> | undefined): Diagnostic[] {
  if (side === undefined || read === undefined || read.ok) return [];
  const { revision } = side.origin;
  if (revision === undefined) return [...read.diagnostics];
  return read.diagnostics.map((one) => ({ ...one, message: `At ${revision}: ${one.message}` }));
}

function rankOf({ verdict, accepted }: ReportedChange): number {
  if (accepted !== undefined) return 3;
  return { breaking: 0, warning: 1, info: 2 }[verdict];
}

interface Judged {
  readonly leastVersion: string | undefined;
  readonly announced: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

const unjudged: Judged = { leastVersion: undefined, announced: false, diagnostics: [] };

/** Holds the number that a working document bears against the release that it follows. */
function judgeVersion(old: Contract, current: Contract, changes: readonly ReportedChange[]): Judged {
  const [from, to] = [parseVersion(old.info.version), parseVersion(current.info.version)];
  if (from === undefined) return unjudged;
  const least = changes.length === 0 ? from : bumpVersion(from, leastBump(changes));
  const leastVersion = changes.length === 0 ? undefined : printVersion(least);
  if (to === undefined) return { leastVersion, announced: false, diagnostics: [] };
  const isNew = compareVersions(to, from) !== 0;
  // Before 1.0.0 it is the minor that announces.
  const announced = compareVersions(to, bumpVersion(from, 'major')) >= 0;
  if (!isNew || compareVersions(to, least) >= 0) return { leastVersion, announced, diagnostics: [] };
  const location = current.root.get('info')?.get('version')?.location() ?? current.info.location;
  const message = `${printVersion(to)} does not fit what changed since ${printVersion(from)}: the least version is ${printVersion(least)}. Raise it, or leave it to "release".`;
  return {
    leastVersion,
    announced,
    diagnostics: [{ rule: 'version-fits-change', severity: 'error', message, location }],
  };
}
