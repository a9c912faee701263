import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { RuleText } from '../../diagnostics/printers/report.ts';
import { frozenVersion } from '../../releases/is-frozen.ts';
import { printVersion } from '../../releases/semantic-version.ts';
import type { Change } from '../change.ts';
import type { Profile } from '../profiles.ts';

/** What `diff` found, as its printers print it. */
export interface DiffReport {
  readonly comparisons: readonly Comparison[];
  /** What is wrong with the files themselves: sides that cannot be read, accepted changes that are stale. */
  readonly findings: readonly Diagnostic[];
  readonly profile: Profile;
  readonly toolVersion: string;
  /** The rules that the changes and findings name, for formats that carry a catalogue. */
  readonly describe: (rule: string) => RuleText | undefined;
}

/** One contract, held against one earlier version of it. */
export interface Comparison {
  /** How people name the contract: its path, of the newer side where there is one. */
  readonly contract: string;
  readonly before: Version | undefined;
  readonly after: Version | undefined;
  /**
   * `added` and `removed`: the whole contract is new or gone; the latter is a change of its own. `unreleased`: there is nothing to compare with yet.
   * `unreadable`: a side could not be read, so nothing is known about its changes; the findings say why.
   */
  readonly outcome: 'compared' | 'added' | 'removed' | 'unreleased' | 'unreadable';
  /** The sides that could not be read. */
  readonly unreadable: readonly ('before' | 'after')[];
  /** Breaking ones first, then warnings, in the order of the newer document. */
  readonly changes: readonly ReportedChange[];
  /** The least version that the changes allow; known where the older side is a frozen release. */
  readonly leastVersion: string | undefined;
  /** True when the newer side's version is a new major already, which announces its breaking changes. */
  readonly announced: boolean;
}

/** One side of a comparison. */
export interface Version {
  readonly path: string;
  /** The git revision it was read from; undefined for a file on disk. */
  readonly revision: string | undefined;
}

export interface ReportedChange extends Change {
  readonly accepted: Acceptance | undefined;
}

/** Somebody's decision to let a change pass. */
export interface Acceptance {
  readonly because: string;
  readonly by: string;
  /** The last day on which it holds: `2027-02-19`. */
  readonly until: string;
}

/** True for a change that breaks somebody and that nobody has accepted or announced. */
export function blocks(change: ReportedChange, { announced }: Pick<Comparison, 'announced'>): boolean {
  return change.verdict === 'breaking' && change.accepted === undefined && !announced;
}

/** What a comparison goes back to, as short as it is clear beside the contract's name: `1.0.0`, `origin/main`, another file. */
export function sinceOf({ contract, before }: Pick<Comparison, 'contract' | 'before'>): string | undefined {
  if (before === undefined || (before.path === contract && before.revision === undefined)) return undefined;
  if (before.path === contract) return before.revision;
  const version = frozenVersion(before.path);
  const folder = before.path.replace(/\/?releases\/[^/]+$/, '');
  const isOwn = contract === folder || contract.replace(/\/?[^/]+$/, '') === folder;
  return version !== undefined && isOwn && before.revision === undefined ? printVersion(version) : nameOf(before);
}

/** Why a change was not decided, where its message does not say so already. */
export function undecidedOf({ undecided, message }: Pick<Change, 'undecided' | 'message'>): string | undefined {
  return undecided === undefined || message.includes(undecided) ? undefined : undecided;
}

/** `contracts/search/openapi.yaml`, or `contracts/search/openapi.yaml at origin/main`. */
export function nameOf({ path, revision }: Version): string {
  return revision === undefined ? path : `${path} at ${revision}`;
}
