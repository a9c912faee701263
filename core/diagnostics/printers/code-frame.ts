import { Lines } from '../lines.ts';
import type { Location, SourceText } from '../location.ts';
import { printable } from './printable.ts';

export interface FrameStyle {
  readonly dim: (text: string) => string;
  readonly mark: (text: string) => string;
}

const widest = 160;

/** The marked line with one line of context on either side, as compilers show it. */
export function codeFrame(location: Location, style: FrameStyle): string {
  const { start, end } = location.range;
  const lines = linesOf(location.source);
  const first = Math.max(1, start.line - 1);
  const last = Math.min(lines.count, start.line + 1);
  const gutter = String(last).length;
  const frame: string[] = [];
  for (let line = first; line <= last; line++) {
    const text = lines.line(line);
    const marked = line === start.line;
    // A minified file has one line of a megabyte: show the part around the mark.
    const from = marked && start.column > widest ? start.column - widest / 2 : 0;
    const shown = printable(text.slice(from, from + widest));
    frame.push(`${style.dim(`${marked ? '>' : ' '} ${String(line).padStart(gutter)} |`)} ${shown}`.trimEnd());
    if (!marked) continue;
    const length = end.line === start.line ? Math.max(1, end.column - start.column) : 1;
    const column = Math.min(start.column - 1 - from, widest);
    const carets = '^'.repeat(Math.max(1, Math.min(length, shown.length - column, 60)));
    frame.push(`${style.dim(`  ${' '.repeat(gutter)} |`)} ${' '.repeat(column)}${style.mark(carets)}`);
  }
  return frame.join('\n');
}

const known = new WeakMap<SourceText, Lines>();

/** A document has thousands of findings at times; its lines are found once. */
function linesOf(source: SourceText): Lines {
  let lines = known.get(source);
  if (lines === undefined) {
    lines = new Lines(source.text);
    known.set(source, lines);
  }
  return lines;
}
