import type { Contract } from '../../contract/model.ts';
import type { Json } from '../../source/json.ts';
import { exchangeOf } from '../report/exchange.ts';
import type { ReportedChange } from '../report/report.ts';
import { markdownText } from './changelog.ts';
import { exampleFor } from './example-for.ts';
import { whatHappened } from './what-happened.ts';

export interface Migration {
  readonly before: Contract;
  readonly after: Contract;
  readonly version: string;
  /** Those that break. */
  readonly changes: readonly ReportedChange[];
  /** Until when the old major is kept at least: `2027-02-19`. */
  readonly sunset: string;
}

/** What a client changes to move to a new major: each break with a message of before and one of after. */
export function printMigrationGuide(migration: Migration): string {
  const { before, after, version, changes, sunset } = migration;
  const subjects = Map.groupBy(changes, ({ subject }) => subject);
  const sections = [...subjects].flatMap(([subject, own]) => [
    `## \`${subject.replaceAll('`', "'")}\``,
    ...own.flatMap((change) => printChange(change, migration)),
  ]);
  const parts = [
    `# ${markdownText(after.info.title)}: from ${before.info.version} to ${version}`,
    `${howMany(changes.length)} clients of ${before.info.version}. Both majors run side by side at least until ${sunset}; move before then.`,
    ...sections,
    '## Sunset of the old major',
    `${before.info.version} and everything before it works as it did until ${sunset} at the earliest.`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function howMany(count: number): string {
  if (count === 0) return 'No change breaks';
  return count === 1 ? 'One change breaks' : `${count} changes break`;
}

function printChange(change: ReportedChange, { before, after, version }: Migration): string[] {
  const parts = [markdownText(whatHappened(change))];
  const { witness } = change;
  if (witness === undefined) return parts;
  const { claim, text } = exchangeOf({ subject: change.subject, witness });
  parts.push(`${markdownText(claim)}.`);
  const isOld = witness.acceptedBy === 'old';
  const example = exampleFor(change.subject, witness, isOld ? after : before);
  const shown = example === undefined ? undefined : withValue(change, example.value);
  const [old, current] = isOld ? [text, shown] : [shown, text];
  if (old !== undefined) parts.push(`Before, legal in ${before.info.version}:`, fence(old));
  if (current !== undefined) parts.push(`After, legal in ${version}:`, fence(current));
  return parts;
}

/** The same exchange with another value in it. */
function withValue({ subject, witness }: ReportedChange, value: Json): string {
  if (witness === undefined) return '';
  return exchangeOf({ subject, witness: { ...witness, answer: { ...witness.answer, value } } }).text;
}

function fence(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = '`'.repeat(Math.max(3, longest + 1));
  return `${ticks}http\n${text}\n${ticks}`;
}
