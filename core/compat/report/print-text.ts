import { styleText } from 'node:util';
import { printLocation } from '../../diagnostics/location.ts';
import { oneLine, printable } from '../../diagnostics/printers/printable.ts';
import { printText } from '../../diagnostics/printers/text.ts';
import { printOutcome, printTotal } from './count.ts';
import { exchangeOf } from './exchange.ts';
import { type Comparison, type DiffReport, type ReportedChange, sinceOf, undecidedOf, type Version } from './report.ts';
import { wrap } from './wrap.ts';

export interface TextStyle {
  readonly color: boolean;
  /** Of the terminal, in columns; undefined where the text goes elsewhere. */
  readonly width?: number | undefined;
}

/** For people at a terminal: each change with both places and its witness, a line per contract, and one for all. */
export function printDiffText(report: DiffReport, { color, width }: TextStyle): string {
  const paint = painter(color);
  const { comparisons, findings } = report;
  const changes = comparisons.flatMap((comparison) =>
    comparison.changes.map((change) => block(change, comparison, paint, width)),
  );
  const problems = findings.length === 0 ? [] : [printFindings(report, color)];
  const lines = comparisons.map((comparison) => oneLine(`${titleOf(comparison)}: ${printOutcome(comparison)}`));
  return `${[...problems, ...changes, [...lines, printTotal(report)].join('\n')].join('\n\n')}\n`;
}

function block(change: ReportedChange, comparison: Comparison, paint: Painter, width: number | undefined): string {
  const { verdict, rule, subject, message, accepted, fingerprint } = change;
  const prose = (text: string) => wrap(oneLine(text), '  ', width);
  const undecided = undecidedOf(change);
  const lines = [
    `${paint[verdict](verdict)} ${paint.strong(rule)}  ${oneLine(subject)}`,
    ...prose(message),
    ...placeLines(change, comparison, paint, width),
    ...witnessLines(change, paint, width),
  ];
  if (undecided !== undefined) lines.push(...prose(`Undecided: ${undecided}`));
  if (accepted !== undefined)
    lines.push(...prose(`Accepted by ${accepted.by} until ${accepted.until}: ${accepted.because}`));
  else if (verdict !== 'info') lines.push(`  ${paint.dim('fingerprint')} ${fingerprint}`);
  return lines.join('\n');
}

/** On one line for what is only good to know, if it fits. */
function placeLines(
  { verdict, before, after }: ReportedChange,
  comparison: Comparison,
  paint: Painter,
  width = Number.POSITIVE_INFINITY,
): string[] {
  const [old, now] = [place(before, comparison.before), place(after, comparison.after)];
  const first = `  ${paint.dim('before')} ${old}`;
  if (comparison.after === undefined) return [first];
  const fits = `  before ${old} after ${now}`.length <= width;
  if (verdict === 'info' && fits) return [`${first} ${paint.dim('after')} ${now}`];
  return [first, `  ${paint.dim('after ')} ${now}`];
}

/** What a profile tolerates needs no proof. */
function witnessLines(
  { subject, witness, verdict }: ReportedChange,
  paint: Painter,
  width: number | undefined,
): string[] {
  if (witness === undefined || verdict === 'info') return [];
  const { claim, text, marked } = exchangeOf({ subject, witness });
  const shown = text.split('\n').map((line, i) => {
    const isMarked = marked !== undefined && i >= marked.from && i < marked.to;
    const safe = printable(line).trimEnd();
    return safe === '' ? '' : `    ${isMarked ? paint.breaking(safe) : safe}`;
  });
  return [...wrap(`${oneLine(claim)}:`, '  ', width), '', ...shown, ''];
}

function place(location: ReportedChange['before'], version: Version | undefined): string {
  const at = version?.revision === undefined ? '' : ` at ${version.revision}`;
  return oneLine(`${printLocation(location)}${at}`);
}

function titleOf(comparison: Comparison): string {
  const since = sinceOf(comparison);
  return since === undefined ? comparison.contract : `${comparison.contract} since ${since}`;
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
