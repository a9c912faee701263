import { printLocation } from '../../diagnostics/location.ts';
import { oneLine, printable } from '../../diagnostics/printers/printable.ts';
import { printOutcome, printTitle, printTotal } from './count.ts';
import { exchangeOf } from './exchange.ts';
import { type Comparison, type DiffReport, nameOf, type ReportedChange } from './report.ts';

/** For a comment on a pull request: a table of the contracts, then what breaks with its witness, the rest folded away. */
export function printDiffMarkdown(report: DiffReport): string {
  const { comparisons, findings } = report;
  const parts = [
    `## ${printTitle(report)}`,
    printTotal(report),
    table(comparisons),
    ...findings.map(
      ({ severity, rule, message, location }) =>
        `- **${severity}** ${code(rule)} ${code(printLocation(location))} ${plain(message)}`,
    ),
    ...comparisons.flatMap(section),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function table(comparisons: readonly Comparison[]): string {
  if (comparisons.length === 0) return '';
  const rows = comparisons.map((comparison) => {
    const since = comparison.before === undefined ? '' : code(nameOf(comparison.before));
    return `| ${code(comparison.contract)} | ${since} | ${printOutcome(comparison)} |`;
  });
  return ['| contract | compared with | result |', '|---|---|---|', ...rows].join('\n');
}

function section(comparison: Comparison): string[] {
  const { changes, contract } = comparison;
  if (changes.length === 0) return [];
  const open = changes.filter(({ verdict, accepted }) => verdict !== 'info' && accepted === undefined);
  const rest = changes.filter((change) => !open.includes(change));
  const folded =
    rest.length === 0
      ? []
      : [
          `<details><summary>${rest.length} compatible or accepted</summary>`,
          rest.map((change) => brief(change)).join('\n'),
          '</details>',
        ];
  return [`### ${code(contract)}`, ...open.map((change) => full(change, comparison)), ...folded];
}

function full(change: ReportedChange, { before, after }: Comparison): string {
  const { verdict, rule, subject, message, witness, undecided, fingerprint } = change;
  const at = (location: ReportedChange['before'], revision: string | undefined) =>
    code(`${printLocation(location)}${revision === undefined ? '' : ` at ${revision}`}`);
  const parts = [
    `#### ${verdict === 'breaking' ? '🔴' : '🟡'} ${verdict} ${code(rule)} on ${code(subject)}`,
    plain(message),
    `Before ${at(change.before, before?.revision)}, after ${at(change.after, after?.revision)}.`,
  ];
  if (witness !== undefined) {
    const { claim, text } = exchangeOf({ subject, witness });
    parts.push(`${plain(claim)}:`, fence(text));
  }
  if (undecided !== undefined) parts.push(`Undecided: ${plain(undecided)}`);
  parts.push(`<sub>fingerprint ${code(fingerprint)}</sub>`);
  return parts.join('\n\n');
}

function brief({ rule, subject, message, accepted }: ReportedChange): string {
  const decision =
    accepted === undefined
      ? ''
      : ` Accepted by ${plain(accepted.by)} until ${accepted.until}: ${plain(accepted.because)}`;
  return `- ${code(rule)} on ${code(subject)}: ${plain(message)}${decision}`;
}

/** Text from a contract: no markup, no mention of people, no link comes out of it. */
function plain(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&')
    .replaceAll('@', '@\u200B')
    .replaceAll('://', ':\u200B//');
}

/** A code span that holds back-ticks, and in a table no bar. */
function code(text: string): string {
  const shown = oneLine(text).replaceAll('|', '¦');
  const ticks = '`'.repeat(longestRun(shown) + 1);
  const space = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${ticks}${space}${shown}${space}${ticks}`;
}

function fence(text: string): string {
  const shown = text.split('\n').map(printable).join('\n');
  const ticks = '`'.repeat(Math.max(3, longestRun(shown) + 1));
  return `${ticks}http\n${shown}\n${ticks}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
