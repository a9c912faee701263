import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { compareContracts } from '../../core/compat/index.ts';
import { addToChangelog } from '../../core/compat/release/changelog.ts';
import { leastDays } from '../../core/compat/release/deprecation-window.ts';
import { printMigrationGuide } from '../../core/compat/release/migration-guide.ts';
import { bundleContract } from '../../core/contract/bundle/bundle-contract.ts';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import { loadContract } from '../../core/load-contract.ts';
import { printVersion, type SemanticVersion } from '../../core/releases/semantic-version.ts';
import { sumsName, withSum } from '../../core/releases/sums.ts';
import { Node } from '../../core/source/node.ts';
import { parseSource } from '../../core/source/parse.ts';
import { Workspace } from '../../core/source/workspace.ts';
import { dayOf, daysAfter } from './day.ts';
import type { ReadSide } from './side-reader.ts';
import { isOpenBreak, type Since } from './since.ts';

export interface ReleasePlan {
  readonly root: string;
  /** The working document, relative to the root. */
  readonly path: string;
  readonly version: SemanticVersion;
  readonly current: Extract<ReadSide, { ok: true }>;
  /** The releases before that it is held against, the newest first; none for the first one. */
  readonly since: readonly Since[];
  readonly now: Date;
}

/** One file to write. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
  /** True for one that must not be there yet. */
  readonly isNew: boolean;
}

/**
 * Everything that a release writes, in the order in which it takes its place. The frozen document comes last: while it is
 * not there the version is not released, and releasing it again writes the same.
 */
export async function planRelease(plan: ReleasePlan): Promise<readonly PlannedFile[]> {
  const { root, path, version, current, since, now } = plan;
  const folder = posix.dirname(path);
  const name = printVersion(version);
  const frozen = { path: posix.join(folder, 'releases', `${name}.yaml`), text: await freeze(plan), isNew: true };
  const sums = posix.join(folder, 'releases', sumsName);
  const [newest] = since;
  const isMajor = newest !== undefined && version.major > newest.version.major;
  const guide = isMajor ? `migrations/v${version.major}.md` : undefined;
  const changelog = posix.join(folder, 'CHANGELOG.md');
  const note = {
    title: current.contract.info.title,
    version: name,
    day: dayOf(now),
    changes: newest === undefined ? undefined : since.flatMap(({ changes }) => changes),
    guide,
  };
  const renamed = withVersion(path, readFileSync(join(root, path), 'utf8'), name);
  return [
    // One that is there was written by people, or by this release when it was interrupted.
    ...(guide === undefined || existsSync(join(root, folder, guide))
      ? []
      : [{ path: posix.join(folder, guide), text: guideOf(plan), isNew: true }]),
    { path: changelog, text: addToChangelog(textAt(root, changelog), note), isNew: false },
    ...(renamed === undefined ? [] : [{ path, text: renamed, isNew: false }]),
    { path: sums, text: withSum(textAt(root, sums), `${name}.yaml`, frozen.text), isNew: false },
    frozen,
  ];
}

function guideOf({ version, current, since, now }: ReleasePlan): string {
  return printMigrationGuide({
    after: current.contract,
    version: printVersion(version),
    since: since.map(({ contract, changes }) => ({ contract, changes: changes.filter(isOpenBreak) })),
    sunset: dayOf(daysAfter(now, leastDays)),
  });
}

function textAt(root: string, path: string): string | undefined {
  if (!existsSync(join(root, path))) return undefined;
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

/** The self-contained document, checked: it reads back without a finding and means what the working one means. */
async function freeze({ current, version, path }: ReleasePlan): Promise<string> {
  const { contract, references, workspace } = current;
  const text = bundleContract({ contract, references, workspace, version: printVersion(version) });
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
