import { styleText } from 'node:util';
import { printLocation } from '../../diagnostics/location.ts';
import { oneLine, printable } from '../../diagnostics/printers/printable.ts';
import { printText } from '../../diagnostics/printers/text.ts';
import { printOutcome, printTotal } from './count.ts';
import { exchangeOf } from './exchange.ts';
import { type Comparison, type DiffReport, nameOf, type ReportedChange, type Version } from './report.ts';

/** For people at a terminal: each change with both places and its witness, a line per contract, and one for all. */
export function printDiffText(report: DiffReport, color: boolean): string {
  const paint = painter(color);
  const { comparisons, findings } = report;
  const changes = comparisons.flatMap((comparison) =>
    comparison.changes.map((change) => block(change, comparison, paint)),
  );
  const problems = findings.length === 0 ? [] : [printFindings(report, color)];
  const lines = comparisons.map((comparison) => oneLine(`${titleOf(comparison)}: ${printOutcome(comparison)}`));
  return `${[...problems, ...changes, [...lines, printTotal(report)].join('\n')].join('\n\n')}\n`;
}

function block(change: ReportedChange, comparison: Comparison, paint: Painter): string {
  const { verdict, rule, subject, message, accepted, undecided, fingerprint } = change;
  const lines = [
    `${paint[verdict](verdict)} ${paint.strong(rule)}  ${oneLine(subject)}`,
    `  ${oneLine(message)}`,
    ...placeLines(change, comparison, paint),
    ...witnessLines(change),
  ];
  if (undecided !== undefined) lines.push(`  Undecided: ${oneLine(undecided)}`);
  if (accepted !== undefined)
    lines.push(`  Accepted by ${oneLine(accepted.by)} until ${accepted.until}: ${oneLine(accepted.because)}`);
  else if (verdict !== 'info') lines.push(`  ${paint.dim('fingerprint')} ${fingerprint}`);
  return lines.join('\n');
}

/** On one line for what is only good to know. */
function placeLines({ verdict, before, after }: ReportedChange, comparison: Comparison, paint: Painter): string[] {
  const old = `${paint.dim('before')} ${place(before, comparison.before)}`;
  if (verdict === 'info') return [`  ${old} ${paint.dim('after')} ${place(after, comparison.after)}`];
  return [`  ${old}`, `  ${paint.dim('after ')} ${place(after, comparison.after)}`];
}

/** What a profile tolerates needs no proof. */
function witnessLines({ subject, witness, verdict }: ReportedChange): string[] {
  if (witness === undefined || verdict === 'info') return [];
  const { claim, text } = exchangeOf({ subject, witness });
  const shown = text.split('\n').map((line) => `    ${printable(line)}`.trimEnd());
  return [`  ${oneLine(claim)}:`, '', ...shown, ''];
}

function place(location: ReportedChange['before'], version: Version | undefined): string {
  const at = version?.revision === undefined ? '' : ` at ${version.revision}`;
  return oneLine(`${printLocation(location)}${at}`);
}

function titleOf({ contract, before }: Comparison): string {
  return before === undefined || (before.path === contract && before.revision === undefined)
    ? contract
    : `${contract} since ${before.path === contract ? before.revision : nameOf(before)}`;
}

/** As `validate` prints them, without its last line, which counts contracts that were checked. */
function printFindings({ findings, toolVersion, describe }: DiffReport, color: boolean): string {
  const text = printText({ diagnostics: findings, checked: 0, toolVersion, describe }, color);
  return text.slice(0, text.trimEnd().lastIndexOf('\n')).trimEnd();
}

type Painter = Record<ReportedChange['verdict'] | 'dim' | 'strong', (text: string) => string>;

function painter(color: boolean): Painter {
  const paint = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    color ? styleText(format, text, { validateStream: false }) : text;
  return {
    breaking: paint(['red', 'bold']),
    warning: paint(['yellow', 'bold']),
    info: paint(['cyan', 'bold']),
    dim: paint('dim'),
    strong: paint('bold'),
  };
}
