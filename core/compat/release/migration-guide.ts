import type { Contract } from '../../contract/model.ts';
import { exchangeOf } from '../report/exchange.ts';
import type { ReportedChange } from '../report/report.ts';
import { beforeAndAfter } from './before-and-after.ts';
import { markdownText } from './changelog.ts';
import { whatHappened } from './what-happened.ts';
import { whatToDo } from './what-to-do.ts';

export interface Migration {
  /** The releases that are moved from, the newest first, each with what breaks since. */
  readonly since: readonly { readonly contract: Contract; readonly changes: readonly ReportedChange[] }[];
  readonly after: Contract;
  readonly version: string;
  /** Until when the old major is kept at least: `2027-02-19`. */
  readonly sunset: string;
}

/** What a client changes to move to a new major: each break with a message of before and one of after. */
export function printMigrationGuide({ since, after, version, sunset }: Migration): string {
  const from = since[0]?.contract.info.version ?? '';
  const breaks = since.flatMap(({ contract, changes }) => changes.map((change) => ({ change, before: contract })));
  const sections = [...Map.groupBy(breaks, ({ change }) => change.subject)].flatMap(([subject, own]) => [
    `## \`${subject.replaceAll('`', "'")}\``,
    ...own.flatMap(({ change, before }) => printChange(change, { before, after, version })),
  ]);
  const parts = [
    `# ${markdownText(after.info.title)}: from ${from} to ${version}`,
    `${howMany(breaks.length)} clients of ${from}. Both majors run side by side at least until ${sunset}; move before then.`,
    ...sections,
    '## Sunset of the old major',
    `${from} and everything before it works as it did until ${sunset} at the earliest.`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function howMany(count: number): string {
  if (count === 0) return 'No change breaks';
  return count === 1 ? 'One change breaks' : `${count} changes break`;
}

interface Move {
  readonly before: Contract;
  readonly after: Contract;
  readonly version: string;
}

function printChange(change: ReportedChange, { before, after, version }: Move): string[] {
  const parts = [`### ${markdownText(whatHappened(change))}`];
  const { witness, subject } = change;
  const shown = beforeAndAfter(change, { before, after });
  if (witness !== undefined) parts.push(`${markdownText(exchangeOf({ subject, witness }).claim)}.`);
  if (shown.before !== undefined) parts.push(`Before, legal in ${before.info.version}:`, fence(shown.before));
  if (shown.after !== undefined) parts.push(`After, legal in ${version}:`, fence(shown.after));
  const advice = shown.alreadyLegal
    ? `Send it in the second form. ${before.info.version} accepts that too, so begin today.`
    : whatToDo(change);
  parts.push(`**What to do:** ${advice}`);
  return parts;
}

function fence(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = '`'.repeat(Math.max(3, longest + 1));
  return `${ticks}http\n${text}\n${ticks}`;
}
