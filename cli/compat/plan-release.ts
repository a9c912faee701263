import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { compareContracts } from '../../core/compat/index.ts';
import { addToChangelog } from '../../core/compat/release/changelog.ts';
import { leastDays } from '../../core/compat/release/deprecation-window.ts';
import { printMigrationGuide } from '../../core/compat/release/migration-guide.ts';
import type { ReportedChange } from '../../core/compat/report/report.ts';
import { bundleContract } from '../../core/contract/bundle/bundle-contract.ts';
import type { Contract } from '../../core/contract/model.ts';
import { loadContract } from '../../core/load-contract.ts';
import { sumsName, withSum } from '../../core/releases/sums.ts';
import { Node } from '../../core/source/node.ts';
import { parseSource } from '../../core/source/parse.ts';
import { Workspace } from '../../core/source/workspace.ts';
import { dayOf, daysAfter } from './day.ts';
import type { ReadSide } from './side-reader.ts';

export interface ReleasePlan {
  readonly root: string;
  /** The working document, relative to the root. */
  readonly path: string;
  readonly version: string;
  readonly current: Extract<ReadSide, { ok: true }>;
  /** The release before; undefined for the first one. */
  readonly previous: Contract | undefined;
  readonly changes: readonly ReportedChange[];
  readonly isMajor: boolean;
  readonly now: Date;
}

/** One file to write. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
  /** True for one that must not be there yet. */
  readonly isNew: boolean;
}

/** Everything that a release writes, the frozen document first. */
export async function planRelease(plan: ReleasePlan): Promise<readonly PlannedFile[]> {
  const { root, path, version, current, previous, changes, isMajor, now } = plan;
  const folder = posix.dirname(path);
  const major = version.split('.')[0];
  const guide = isMajor && previous !== undefined ? `migrations/v${major}.md` : undefined;
  const frozen = `${version}.yaml`;
  const text = await freeze(plan);
  const sums = posix.join(folder, 'releases', sumsName);
  const files: PlannedFile[] = [
    { path: posix.join(folder, 'releases', frozen), text, isNew: true },
    { path: sums, text: withSum(textAt(root, sums), frozen, text), isNew: false },
  ];
  if (guide !== undefined && previous !== undefined && !existsSync(join(root, folder, guide))) {
    const breaking = changes.filter(({ verdict, accepted }) => verdict === 'breaking' && accepted === undefined);
    const sunset = dayOf(daysAfter(now, leastDays));
    const migration = printMigrationGuide({
      before: previous,
      after: current.contract,
      version,
      changes: breaking,
      sunset,
    });
    files.push({ path: posix.join(folder, guide), text: migration, isNew: true });
  }
  const changelog = posix.join(folder, 'CHANGELOG.md');
  const old = textAt(root, changelog);
  const note = {
    title: current.contract.info.title,
    version,
    day: dayOf(now),
    changes: previous === undefined ? undefined : changes,
    guide,
  };
  files.push({ path: changelog, text: addToChangelog(old, note), isNew: false });
  const renamed = withVersion(path, readFileSync(join(root, path), 'utf8'), version);
  if (renamed !== undefined) files.push({ path, text: renamed, isNew: false });
  return files;
}

function textAt(root: string, path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;
}

/** The self-contained document, checked: it reads back without a finding and means what the working one means. */
async function freeze({ current, version, path }: ReleasePlan): Promise<string> {
  const { contract, references, workspace } = current;
  const text = bundleContract({ contract, references, workspace, version });
  const alone = new Workspace({
    files: { read: (other) => ({ refusal: `points to ${other}, outside of the release` }) },
  });
  alone.add('release.yaml', text);
  const frozen = await loadContract(alone, 'release.yaml');
  if (!frozen.ok)
    throw new Error(
      `The frozen form of ${path} is not valid: ${frozen.diagnostics.map(({ message }) => message).join(' ')}`,
    );
  const options = { profile: 'generated-clients', eventMode: 'FULL' } as const;
  const changes = compareContracts(contract, frozen.contract, options);
  if (changes.length > 0)
    throw new Error(
      `The frozen form of ${path} means something else: ${changes.map(({ message }) => message).join(' ')}`,
    );
  return text;
}

/** The working document with another `info.version` and otherwise to the letter; undefined when it bears it already. */
function withVersion(path: string, text: string, version: string): string | undefined {
  const { source } = parseSource(path, text);
  const node = Node.root(source).get('info')?.get('version');
  if (node === undefined || node.value === version) return undefined;
  const { start, end } = node.location('value').range;
  // Offsets leave a byte order mark out.
  const shift = text.length - source.text.length;
  const quote = /^["']/.exec(source.text.slice(start.offset))?.[0] ?? '';
  return `${text.slice(0, start.offset + shift)}${quote}${version}${quote}${text.slice(end.offset + shift)}`;
}
