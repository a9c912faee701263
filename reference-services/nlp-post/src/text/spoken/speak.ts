import { digitsInWords, fractionInWords, integerInWords } from '../numbers/write-words.ts';
import { runsFrom } from '../pii/number-runs.ts';
import { type Token, tokensOf, wordAt } from '../tokens.ts';
import type { Edit } from '../trace/edit.ts';
import { applyEdits, type Traced, traced } from '../trace/traced.ts';
import { spokenUnitAt } from './spoken-units.ts';

/** What figures are read out as; `end` is the place after their last token. */
interface Spoken {
  readonly words: string;
  readonly end: number;
}

/** The way back: figures, dates, times, money, telephone numbers and units as they are read out. */
export function speakFigures(text: string): Traced {
  const before = traced(text.normalize('NFC'));
  const tokens = tokensOf(before.text);
  const edits: Edit[] = [];
  for (let index = 0; index < tokens.length; ) {
    const isSigned = /^[-+]$/.test(tokens[index]?.text ?? '') && adjoins(tokens, index) && !adjoins(tokens, index - 1);
    const spoken = readAt(tokens, before.text, isSigned ? index + 1 : index);
    const [first, last] = [tokens[index], tokens[(spoken?.end ?? 0) - 1]];
    if (spoken === undefined || first === undefined || last === undefined) {
      index += 1;
      continue;
    }
    const sign = isSigned ? (first.text === '-' ? 'âm ' : 'cộng ') : '';
    const glued =
      last.end < before.text.length && tokens[spoken.end]?.start === last.end && tokens[spoken.end]?.kind === 'word';
    const replacement = `${sign}${spoken.words}${glued ? ' ' : ''}`;
    edits.push({ kind: 'number', start: first.start, end: last.end, replacement });
    index = spoken.end;
  }
  return applyEdits(before, edits);
}

function readAt(tokens: readonly Token[], text: string, index: number): Spoken | undefined {
  if (tokens[index]?.kind !== 'digits') return undefined;
  return named(tokens, text, index) ?? date(tokens, index) ?? time(tokens, index) ?? quantity(tokens, index);
}

/** What is read out digit by digit: it begins with 0, or is longer than any amount without points. */
function named(tokens: readonly Token[], text: string, index: number): Spoken | undefined {
  const run = runsFrom(tokens, text, index).find(({ digits, isAmount }) => !isAmount && isNamed(digits));
  return run && { words: digitsInWords(run.digits), end: run.endToken };
}

function isNamed(digits: string): boolean {
  return digits.length >= 10 || (digits.startsWith('0') && digits.length >= 3);
}

const dayWords = new Set(['ngày', 'mùng', 'mồng', 'hôm']);

/** `20/11` is a date, `2/3` a fraction, unless a word or a year says otherwise. */
function date(tokens: readonly Token[], index: number): Spoken | undefined {
  const [first, slash, second, , third] = tokens.slice(index, index + 5);
  if (slash?.text !== '/' || second?.kind !== 'digits' || !adjoins(tokens, index) || !adjoins(tokens, index + 1))
    return undefined;
  const [day, month] = [Number(first?.text), Number(second.text)];
  const before = wordAt(tokens, index - 1);
  if (before === 'tháng' && second.text.length === 4) {
    return { words: `${inWords(day)} năm ${inWords(month)}`, end: index + 3 };
  }
  const hasYear = tokens[index + 3]?.text === '/' && third?.kind === 'digits' && third.text.length === 4;
  const isDate = day >= 1 && day <= 31 && month >= 1 && month <= 12 && (dayWords.has(before) || hasYear || day > month);
  if (!isDate)
    return day > 0 && month > 0 ? { words: `${inWords(day)} phần ${inWords(month)}`, end: index + 3 } : undefined;
  const year = hasYear ? ` năm ${inWords(Number(third.text))}` : '';
  const lead = dayWords.has(before) ? '' : 'ngày ';
  return { words: `${lead}${inWords(day)} tháng ${inWords(month)}${year}`, end: index + (hasYear ? 5 : 3) };
}

/** `9:30` and `9h30`. */
function time(tokens: readonly Token[], index: number): Spoken | undefined {
  const [hour, mark, minutes] = tokens.slice(index, index + 3);
  const isTime = (mark?.text === ':' || mark?.lower === 'h') && minutes?.text.length === 2 && minutes.kind === 'digits';
  if (!isTime || !adjoins(tokens, index) || !adjoins(tokens, index + 1)) return undefined;
  const [hours, past] = [Number(hour?.text), Number(minutes.text)];
  if (hours > 24 || past > 59) return undefined;
  const rest = past === 0 ? '' : past < 10 ? ` không ${inWords(past)}` : ` ${inWords(past)}`;
  return { words: `${inWords(hours)} giờ${rest}`, end: index + 3 };
}

function quantity(tokens: readonly Token[], index: number): Spoken {
  let digits = tokens[index]?.text ?? '';
  let end = index + 1;
  while (isGroup(tokens, end, '.') && tokens[end + 1]?.text.length === 3) {
    digits += tokens[end + 1]?.text;
    end += 2;
  }
  let words = digits.length > 40 ? digitsInWords(digits) : integerInWords(BigInt(digits));
  if (isGroup(tokens, end, ',')) {
    words += ` phẩy ${fractionInWords(tokens[end + 1]?.text ?? '')}`;
    end += 2;
  }
  const unit = spokenUnitAt(tokens, end);
  return unit === undefined ? { words, end } : { words: `${words} ${unit.value}`, end: unit.end };
}

/** A mark between two groups of digits that touch it. */
function isGroup(tokens: readonly Token[], index: number, mark: string): boolean {
  return (
    tokens[index]?.text === mark &&
    adjoins(tokens, index - 1) &&
    adjoins(tokens, index) &&
    tokens[index + 1]?.kind === 'digits'
  );
}

function adjoins(tokens: readonly Token[], index: number): boolean {
  const [before, after] = [tokens[index], tokens[index + 1]];
  return before !== undefined && after !== undefined && before.end === after.start;
}

function inWords(value: number): string {
  return integerInWords(BigInt(value));
}
