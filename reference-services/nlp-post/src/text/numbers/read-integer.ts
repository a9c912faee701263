import { type Token, wordAt } from '../tokens.ts';
import { digitOf, unitOf } from './digit-words.ts';
import { readHundreds } from './read-hundreds.ts';

/** A number as it was spoken. */
export interface SpokenInteger {
  readonly value: bigint;
  /** The place after the last token. */
  readonly end: number;
  /** The power of ten of the scale that it ends with, as `hai triệu` ends with 6; 0 when something comes after it. */
  readonly scale: number;
  /** Whether it is one word for one digit. */
  readonly isDigit: boolean;
}

const powers: Readonly<Record<string, number>> = { nghìn: 3, ngàn: 3, triệu: 6, tỷ: 9, tỉ: 9 };

/** Words that make another word of the scale before: a rate, a millionaire, a symptom. */
const otherwise: Readonly<Record<string, ReadonlySet<string>>> = {
  tỷ: new Set(['lệ', 'giá', 'số', 'trọng', 'phú', 'mỉ', 'suất']),
  tỉ: new Set(['lệ', 'giá', 'số', 'trọng', 'phú', 'mỉ', 'suất']),
  triệu: new Set(['phú', 'tập', 'hồi', 'chứng']),
};

/** The power of ten of the scale at the token; 0 where there is none. */
export function powerAt(tokens: readonly Token[], index: number): number {
  const word = wordAt(tokens, index);
  return otherwise[word]?.has(wordAt(tokens, index + 1)) ? 0 : (powers[word] ?? 0);
}

/** The longest whole number in words at the token. Its value is exact, however large. */
export function readInteger(tokens: readonly Token[], index: number): SpokenInteger | undefined {
  const first = readHundreds(tokens, index);
  if (first === undefined) return undefined;
  if (first.value === 0) return { value: 0n, end: first.end, scale: 0, isDigit: true };

  // The billions that are read, and what is being read: below a billion until `tỷ` comes.
  let total = 0n;
  let block = 0n;
  let scale = 0;
  let end = index;
  let leastPower = Number.POSITIVE_INFINITY;
  let leastBillions = Number.POSITIVE_INFINITY;
  for (let group = first; ; ) {
    const power = powerAt(tokens, group.end);
    if (power > 0 && power < 9 && power >= leastPower) break;
    block += BigInt(group.value) * 10n ** BigInt(power === 9 ? 0 : power);
    end = power === 9 || power === 0 ? group.end : group.end + 1;
    scale = power;
    if (power > 0 && power < 9) leastPower = power;
    const run = billionsAt(tokens, end);
    if (run > 0) {
      if (run >= leastBillions) break;
      total += block * 10n ** BigInt(9 * run);
      [block, leastPower, leastBillions] = [0n, Number.POSITIVE_INFINITY, run];
      end += run;
      scale = 9 * run;
    }
    if (scale === 0) break;
    const short = shortPart(tokens, end, scale);
    if (short !== undefined) {
      block += (BigInt(short.value) * 10n ** BigInt(scale)) / 10n;
      end += 1;
      break;
    }
    // A digit that neither begins a group nor was a part of the scale is not ours.
    const next = readHundreds(tokens, end, true);
    if (next === undefined || (next.end === end + 1 && powerAt(tokens, next.end) === 0 && next.value < 10)) break;
    group = next;
  }
  const value = total + block;
  return { value, end, scale, isDigit: end === index + 1 && value < 10n };
}

/** How many `tỷ` stand here: two of them are a billion billions. More than eight are no number that anybody says. */
function billionsAt(tokens: readonly Token[], index: number): number {
  let run = 0;
  while (run < 8 && powerAt(tokens, index + run) === 9) run += 1;
  return run;
}

/** What makes years of `năm` after a scale: three million years ago. */
const aboutYears = new Set(['trước', 'nay', 'qua', 'tuổi', 'nữa', 'sau', 'tới', 'lịch', 'liền', 'tù', 'ánh', 'mới']);

/** A lone digit or a half after a scale, in tenths of it: `hai triệu rưỡi`, `một tỷ hai`, `hai nghìn mốt`. */
function shortPart(tokens: readonly Token[], index: number, scale: number): { readonly value: number } | undefined {
  const word = wordAt(tokens, index);
  if (isHalf(word)) return { value: 5 };
  const value = word === 'năm' ? 5 : unitOf(word);
  if (value === undefined) return undefined;
  const next = wordAt(tokens, index + 1);
  const beginsAnother = digitOf(next) !== undefined || notAlone.has(next) || powerAt(tokens, index + 1) > 0;
  if (beginsAnother || (value > 1 && unitOf(next) !== undefined)) return undefined;
  if (word === 'năm' && (scale === 3 || aboutYears.has(next))) return undefined;
  return { value };
}

/** After these, the digit before belongs to them. */
const notAlone = new Set(['mươi', 'chục', 'trăm', 'phần', 'phẩy', 'tháng', 'giờ']);

export function isHalf(word: string): boolean {
  return word === 'rưỡi' || word === 'rưởi';
}
