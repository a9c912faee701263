import { printLocation } from '../../diagnostics/location.ts';
import { printOutcome, printTitle } from './count.ts';
import { exchangeOf } from './exchange.ts';
import { code, fence, plain } from './markdown-text.ts';
import { type Comparison, type DiffReport, nameOf, type ReportedChange, sinceOf, undecidedOf } from './report.ts';

/** GitHub takes no comment beyond 65,536 characters. */
const mostCharacters = 65_536;

/** For a comment on a pull request: a table of the contracts, then what breaks with its witness, the rest folded away. */
export function printDiffMarkdown(report: DiffReport): string {
  const { comparisons, findings } = report;
  const head = [`## ${printTitle(report)}`, ...overview(comparisons)];
  const parts: Part[] = [
    ...findings.map(
      ({ severity, rule, message, location }): Part => ({
        text: `- **${severity}** ${code(rule)} ${code(printLocation(location))} ${plain(message)}`,
        changes: 0,
      }),
    ),
    ...comparisons.flatMap(section),
  ];
  return fitted(head, parts);
}

/** A piece that is printed whole or not at all, and how many changes it tells of. */
interface Part {
  readonly text: string;
  readonly changes: number;
}

/** As much as a comment takes, from the top, where what matters most stands; then a sentence that says what is missing. */
function fitted(head: readonly string[], parts: readonly Part[]): string {
  const all = [...head, ...parts.map(({ text }) => text)];
  const whole = `${all.join('\n\n')}\n`;
  if (whole.length <= mostCharacters) return whole;
  const room = mostCharacters - 300;
  const kept: string[] = [];
  let length = 0;
  const take = (text: string): boolean => {
    if (length + text.length + 2 > room) return false;
    kept.push(text);
    length += text.length + 2;
    return true;
  };
  for (const text of head) if (!take(text)) break;
  const missing = parts.slice(kept.length < head.length ? 0 : parts.findIndex(({ text }) => !take(text)));
  const count = missing.reduce((sum, { changes }) => sum + changes, 0);
  const what = count === 0 ? 'The rest' : count === 1 ? 'One more change' : `${count} more changes`;
  kept.push(
    `> **${what} did not fit:** a comment holds ${mostCharacters.toLocaleString('en')} characters. \`diff --format html --output changes.html\` shows everything.`,
  );
  return `${kept.join('\n\n')}\n`;
}

function overview(comparisons: readonly Comparison[]): string[] {
  const isUnchanged = ({ outcome, changes }: Comparison) => outcome === 'compared' && changes.length === 0;
  const changed = comparisons.filter((comparison) => !isUnchanged(comparison));
  const unchanged = comparisons.filter(isUnchanged);
  const rows = changed.map((comparison) => {
    const since = sinceOf(comparison);
    return `| ${code(comparison.contract)} | ${since === undefined ? '' : code(since)} | ${printOutcome(comparison)} |`;
  });
  const table = ['| contract | since | result |', '|---|---|---|', ...rows].join('\n');
  const names = unchanged.map((comparison) => code(comparison.contract));
  return [
    ...(rows.length === 0 ? [] : [table]),
    ...(names.length === 0 ? [] : [`No changes: ${[...new Set(names)].join(', ')}.`]),
  ];
}

function section(comparison: Comparison): Part[] {
  const { changes, contract, before } = comparison;
  if (changes.length === 0) return [];
  const open = changes.filter(({ verdict, accepted }) => verdict !== 'info' && accepted === undefined);
  const rest = changes.filter((change) => !open.includes(change));
  const since = before === undefined ? '' : ` since ${code(nameOf(before))}`;
  const [first, ...others] = open.map((change) => full(change, comparison));
  const title = `### ${code(contract)}${since}`;
  const blocks = [...(first === undefined ? [] : [`${title}\n\n${first}`]), ...others];
  const folded =
    rest.length === 0
      ? []
      : [
          {
            text: `${first === undefined ? `${title}\n\n` : ''}<details><summary>${rest.length} compatible or accepted</summary>\n\n${rest.map(brief).join('\n')}\n\n</details>`,
            changes: rest.length,
          },
        ];
  return [...blocks.map((text) => ({ text, changes: 1 })), ...folded];
}

function full(change: ReportedChange, { before, after }: Comparison): string {
  const { verdict, rule, subject, message, witness, fingerprint } = change;
  const at = (location: ReportedChange['before'], revision: string | undefined) =>
    code(`${printLocation(location)}${revision === undefined ? '' : ` at ${revision}`}`);
  const undecided = undecidedOf(change);
  const places =
    after === undefined
      ? `Before ${at(change.before, before?.revision)}.`
      : `Before ${at(change.before, before?.revision)}, after ${at(change.after, after.revision)}.`;
  const parts = [
    `#### ${verdict === 'breaking' ? '🔴' : '🟡'} ${verdict}: ${code(subject)}`,
    `${plain(message)} (${code(rule)})`,
    places,
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
  return `- ${code(subject)}: ${plain(message)}${decision} (${code(rule)})`;
}
