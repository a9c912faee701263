import type { Token } from '../tokens.ts';
import type { Edit } from '../trace/edit.ts';
import { type Breaks, breaksOf, type Pause } from './breaks.ts';
import { isQuestion } from './questions.ts';
import { commaAfter, commaBefore } from './sentence-cues.ts';

/** Sets full stops, question marks and commas. Text that has punctuation already gets only what is missing at its end. */
export function punctuate(tokens: readonly Token[], pauses: readonly Pause[] = []): Edit[] {
  if (tokens.length === 0) return [];
  if (isWritten(tokens)) return endOf(tokens, 0, tokens.length);
  const breaks = breaksOf(tokens, pauses);
  const edits: Edit[] = [];
  for (const [place, start] of breaks.sentences.entries()) {
    const end = breaks.sentences[place + 1] ?? tokens.length;
    edits.push(...commas(tokens, { start, end }, breaks), ...endOf(tokens, start, end));
  }
  return edits;
}

/** Whether somebody has set marks between words: a point inside a number is none. */
export function isWritten(tokens: readonly Token[]): boolean {
  return tokens.some((token, index) => {
    if (token.kind !== 'mark' || !/[.,;:?!…]/.test(token.text)) return false;
    const next = tokens[index + 1];
    return index > 0 && (next === undefined || next.start > token.end);
  });
}

function endOf(tokens: readonly Token[], start: number, end: number): Edit[] {
  const last = tokens[end - 1];
  if (last === undefined || (last.kind === 'mark' && /[.,;:?!…"”»)\]]/.test(last.text))) return [];
  return [insertion(last.end, isQuestion(tokens, start, end) ? '?' : '.')];
}

function commas(tokens: readonly Token[], { start, end }: { start: number; end: number }, breaks: Breaks): Edit[] {
  const edits: Edit[] = [];
  const greeting = commaAfter.at(tokens, start);
  for (let index = start + 1; index < end; index += 1) {
    const before = tokens[index - 1];
    if (before === undefined || before.kind === 'mark') continue;
    const isOpened = greeting?.end === index && end - index >= 2;
    const clause = index - start >= 3 ? commaBefore.at(tokens, index) : undefined;
    const isClause = clause !== undefined && clause.end < end;
    if (isOpened || isClause || breaks.commas.has(index)) edits.push(insertion(before.end, ','));
  }
  return edits;
}

function insertion(place: number, mark: string): Edit {
  return { kind: 'punctuation', start: place, end: place, replacement: mark };
}
