import { digitOf } from '../numbers/digit-words.ts';
import { type Read, readTens } from '../numbers/read-hundreds.ts';
import { readInteger } from '../numbers/read-integer.ts';
import { type Token, wordAt } from '../tokens.ts';
import type { Figure } from './rule.ts';

/** `ngày hai mươi tháng mười một năm hai nghìn không trăm hai mươi sáu` is `ngày 20/11/2026`; parts of it stand alone. */
export function readDate(tokens: readonly Token[], index: number): Figure | undefined {
  const word = wordAt(tokens, index);
  if (word === 'tháng') return monthAt(tokens, index);
  const year = word === 'năm' ? yearAfter(tokens, index) : undefined;
  return year ?? dayAt(tokens, index);
}

const dayCues = new Set(['ngày', 'mùng', 'mồng', 'hôm', 'rằm']);

/** What says that the number before it counts: `ngày ba lần`, `sáu tháng một lần`. */
const counted = new Set([
  'lần',
  'bữa',
  'viên',
  'buổi',
  'ca',
  'người',
  'đêm',
  'ngày',
  'tuần',
  'tháng',
  'rưỡi',
  'nữa',
  'trước',
  'sau',
]);

function dayAt(tokens: readonly Token[], index: number): Figure | undefined {
  const day = readTens(tokens, index);
  if (day === undefined || day.value < 1 || day.value > 31) return undefined;
  const isCued = dayCues.has(wordAt(tokens, index - 1));
  const month = wordAt(tokens, day.end) === 'tháng' ? monthNumber(tokens, day.end + 1) : undefined;
  if (month !== undefined && (isCued || !counted.has(wordAt(tokens, month.end)))) {
    const year = yearAt(tokens, month.end);
    const replacement = [day.value, month.value, ...(year === undefined ? [] : [year.value])].join('/');
    return { kind: 'date', start: index, end: year?.end ?? month.end, replacement };
  }
  if (!isCued || isAdverb(tokens, index, day) || counted.has(wordAt(tokens, day.end))) return undefined;
  return isLarger(tokens, index, day)
    ? undefined
    : { kind: 'date', start: index, end: day.end, replacement: `${day.value}` };
}

/** `ngày một tăng` is no date. */
function isAdverb(tokens: readonly Token[], index: number, day: Read): boolean {
  return day.value === 1 && wordAt(tokens, index - 1) === 'ngày' && wordAt(tokens, day.end) !== '';
}

function isLarger(tokens: readonly Token[], index: number, { end }: Read): boolean {
  const whole = readInteger(tokens, index);
  return whole !== undefined && whole.end > end;
}

function monthNumber(tokens: readonly Token[], index: number): Read | undefined {
  if (wordAt(tokens, index) === 'tư') return { value: 4, end: index + 1 };
  const month = readTens(tokens, index);
  return month !== undefined && month.value >= 1 && month.value <= 12 && !isLarger(tokens, index, month)
    ? month
    : undefined;
}

/** `tháng chín` is `tháng 9`, with a year `tháng 9/2026`. After a number, months are counted. */
function monthAt(tokens: readonly Token[], index: number): Figure | undefined {
  const before = tokens[index - 1];
  if (before?.kind === 'digits' || digitOf(before?.lower ?? '') !== undefined) return undefined;
  const month = monthNumber(tokens, index + 1);
  if (month === undefined) return undefined;
  const year = yearAt(tokens, month.end);
  if (year === undefined && counted.has(wordAt(tokens, month.end))) return undefined;
  const replacement = year === undefined ? `${month.value}` : `${month.value}/${year.value}`;
  return { kind: 'date', start: index + 1, end: year?.end ?? month.end, replacement };
}

function yearAt(tokens: readonly Token[], index: number): Read | undefined {
  return wordAt(tokens, index) === 'năm' ? yearNumber(tokens, index + 1) : undefined;
}

/** `năm hai nghìn` is a year, and `năm mươi` a number. */
function yearAfter(tokens: readonly Token[], index: number): Figure | undefined {
  const short = wordAt(tokens, index - 1) === 'sinh' ? lastTwo(tokens, index + 1) : undefined;
  if (
    short !== undefined &&
    digitOf(wordAt(tokens, short.end)) === undefined &&
    yearNumber(tokens, index + 1) === undefined
  ) {
    return { kind: 'date', start: index + 1, end: short.end, replacement: `${short.value}`.padStart(2, '0') };
  }
  const year = yearNumber(tokens, index + 1);
  if (year === undefined || digitOf(wordAt(tokens, index - 1)) !== undefined) return undefined;
  return { kind: 'date', start: index + 1, end: year.end, replacement: `${year.value}` };
}

const money = new Set(['đồng', 'đô', 'euro', 'usd', 'yên', 'tệ', 'won', 'bảng']);

/** A year from 1000 to 2999, in full or in four digits, the last two also as a number: `một chín bảy lăm`. */
function yearNumber(tokens: readonly Token[], index: number): Read | undefined {
  const whole = readInteger(tokens, index);
  if (whole !== undefined && whole.value >= 1000n && whole.value <= 2999n) {
    return money.has(wordAt(tokens, whole.end)) ? undefined : { value: Number(whole.value), end: whole.end };
  }
  const [first, second] = [digitOf(wordAt(tokens, index)), digitOf(wordAt(tokens, index + 1))];
  if ((first !== 1 && first !== 2) || second === undefined) return undefined;
  const last = lastTwo(tokens, index + 2);
  if (last === undefined || digitOf(wordAt(tokens, last.end)) !== undefined) return undefined;
  return { value: first * 1000 + second * 100 + last.value, end: last.end };
}

function lastTwo(tokens: readonly Token[], index: number): Read | undefined {
  const tens = readTens(tokens, index);
  if (tens !== undefined && tens.value >= 10) return tens;
  const [first, second] = [digitOf(wordAt(tokens, index)), digitOf(wordAt(tokens, index + 1))];
  return first === undefined || second === undefined ? undefined : { value: first * 10 + second, end: index + 2 };
}
