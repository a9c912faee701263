import type { Token } from '../tokens.ts';
import type { Edit } from '../trace/edit.ts';
import { readDate } from './dates.ts';
import { readDigitRun } from './digit-runs.ts';
import { readQuantity } from './quantities.ts';
import type { FigureRule } from './rule.ts';
import { readTime } from './times.ts';

/** In the order in which they are asked: what says more about a number comes first. */
const rules: readonly FigureRule[] = [readDate, readTime, readDigitRun, readQuantity];

/** Numbers, dates, times, money, telephone numbers, percentages and units that are written out, as figures. */
export function writeFigures(tokens: readonly Token[]): Edit[] {
  const edits: Edit[] = [];
  for (let index = 0; index < tokens.length; ) {
    const figure = firstOf(tokens, index);
    const [first, last] = [tokens[figure?.start ?? 0], tokens[(figure?.end ?? 0) - 1]];
    if (figure === undefined || first === undefined || last === undefined) {
      index += 1;
      continue;
    }
    edits.push({ kind: figure.kind, start: first.start, end: last.end, replacement: figure.replacement });
    index = figure.end;
  }
  return edits;
}

function firstOf(tokens: readonly Token[], index: number) {
  // Every rule begins at a word.
  if (tokens[index]?.kind !== 'word') return undefined;
  for (const rule of rules) {
    const figure = rule(tokens, index);
    if (figure !== undefined) return figure;
  }
  return undefined;
}
