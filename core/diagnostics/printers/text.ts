import { styleText } from 'node:util';
import type { Diagnostic, Severity } from '../diagnostic.ts';
import { printLocation } from '../location.ts';
import { codeFrame } from './code-frame.ts';
import { oneLine } from './printable.ts';
import type { Report } from './report.ts';

/** For people: one block per finding with its code frame, then one line that sums up. */
export function printText({ diagnostics, checked, unchanged = 0 }: Report, color: boolean): string {
  const blocks = diagnostics.map((diagnostic) => block(diagnostic, color));
  return `${[...blocks, summary(diagnostics, documentsOf(checked, unchanged), color)].join('\n\n')}\n`;
}

function block(diagnostic: Diagnostic, color: boolean): string {
  const paint = painter(color);
  const head = `${paint.place(oneLine(printLocation(diagnostic.location)))} ${paint[diagnostic.severity](diagnostic.severity)} ${paint.rule(diagnostic.rule)}`;
  const frame = codeFrame(diagnostic.location, { dim: paint.dim, mark: paint[diagnostic.severity] });
  const related = (diagnostic.related ?? []).map(
    ({ message, location }) =>
      `  ${paint.dim('see')} ${oneLine(printLocation(location))} ${paint.dim(oneLine(message))}`,
  );
  return [`${head}  ${oneLine(diagnostic.message)}`, frame, ...related].join('\n');
}

function summary(diagnostics: readonly Diagnostic[], documents: string, color: boolean): string {
  const paint = painter(color);
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return count === 0 ? [] : [paint[severity](plural(count, severity === 'info' ? 'note' : severity))];
  });
  return counts.length === 0
    ? `${documents}, ${paint.good('nothing to report')}.`
    : `${documents}: ${counts.join(', ')}.`;
}

function documentsOf(checked: number, unchanged: number): string {
  const releases = unchanged === 0 ? '' : `, ${plural(unchanged, 'frozen release')} unchanged`;
  return `${plural(checked, 'contract')} checked${releases}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

type Painter = Record<Severity | 'place' | 'rule' | 'dim' | 'good', (text: string) => string>;

function painter(color: boolean): Painter {
  const paint = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    color ? styleText(format, text, { validateStream: false }) : text;
  return {
    error: paint(['red', 'bold']),
    warning: paint(['yellow', 'bold']),
    info: paint(['cyan', 'bold']),
    place: paint('underline'),
    rule: paint('bold'),
    dim: paint('dim'),
    good: paint('green'),
  };
}
