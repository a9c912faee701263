import type { ReportedChange } from '../report/report.ts';
import { whatHappened } from './what-happened.ts';

export interface ReleaseNote {
  /** The contract's title. */
  readonly title: string;
  readonly version: string;
  /** `2026-11-21`. */
  readonly day: string;
  /** Undefined for the first release. */
  readonly changes: readonly ReportedChange[] | undefined;
  /** Relative to the changelog, for a major. */
  readonly guide: string | undefined;
}

/** The changelog with the new release on top; the rest of it stays to the letter. */
export function addToChangelog(changelog: string | undefined, note: ReleaseNote): string {
  const entry = printEntry(note);
  if (changelog === undefined || changelog.trim() === '') return `${heading(note.title)}\n${entry}`;
  const first = /^## /m.exec(changelog)?.index;
  if (first === undefined) return `${changelog.trimEnd()}\n\n${entry}`;
  const rest = withoutEntry(changelog.slice(first), note.version);
  return `${changelog.slice(0, first)}${entry}${rest === '' ? '' : `\n${rest}`}`;
}

/** An entry on top of the same version was written by a release that did not come to its end. */
function withoutEntry(entries: string, version: string): string {
  if (!entries.startsWith(`## ${version} (`)) return entries;
  const next = /\n(?=## )/.exec(entries)?.index;
  return next === undefined ? '' : entries.slice(next + 1);
}

function heading(title: string): string {
  return `# Changelog of ${markdownText(title)}\n\nEvery release of this contract, the newest first. What the numbers mean: Semantic Versioning 2.0.0.\n`;
}

function printEntry({ version, day, changes, guide }: ReleaseNote): string {
  const parts = [`## ${version} (${day})`];
  if (guide !== undefined) parts.push(`[How to move to it](${guide})`);
  if (changes === undefined) parts.push('The first release.');
  else if (changes.length === 0) parts.push('The promise is the same and is only said better.');
  else {
    const open = (verdict: ReportedChange['verdict']) =>
      changes.filter((change) => change.verdict === verdict && change.accepted === undefined);
    parts.push(
      ...section('Breaking', open('breaking')),
      ...section('May concern some', open('warning')),
      ...section('Compatible', open('info')),
      ...section(
        'Breaking, and accepted',
        changes.filter(({ accepted }) => accepted !== undefined),
      ),
    );
  }
  return `${parts.join('\n\n')}\n`;
}

function section(title: string, changes: readonly ReportedChange[]): string[] {
  if (changes.length === 0) return [];
  const lines = changes.map((change) => {
    const { subject, accepted } = change;
    const reason = accepted === undefined ? '' : ` Accepted by ${accepted.by}: ${accepted.because}`;
    return `- \`${subject.replaceAll('`', "'")}\`: ${markdownText(`${whatHappened(change)}${reason}`)}`;
  });
  return [`### ${title}`, lines.join('\n')];
}

/** Text of a contract, on one line and without markup. */
export function markdownText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>]/g, '\\$&');
}
