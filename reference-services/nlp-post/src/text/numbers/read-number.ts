import { type Token, wordAt } from '../tokens.ts';
import { digitOf } from './digit-words.ts';
import { readHundreds } from './read-hundreds.ts';
import { readInteger } from './read-integer.ts';
import { inFigures } from './write-figures.ts';

/** A number of any kind as it was spoken, written as figures. */
export interface SpokenNumber {
  readonly figures: string;
  readonly end: number;
  /** Whether it is one word for one digit, which often is no number: `một` is also an article, `ba` a father. */
  readonly isDigit: boolean;
  /** Whether nothing but a whole number was said, to which a half can be added. */
  readonly whole?: bigint;
}

/** After these, `âm` is a sound and not a sign. */
const sounds = new Set(['phụ', 'nguyên', 'phát', 'thanh', 'bát', 'đồng', 'ghi', 'siêu', 'hạ', 'cõi']);

/** The number at the token: with a sign, decimals, or as a fraction. */
export function readNumber(tokens: readonly Token[], index: number): SpokenNumber | undefined {
  const sign = wordAt(tokens, index);
  const isNegative =
    (sign === 'âm' && !sounds.has(wordAt(tokens, index - 1))) || (sign === 'trừ' && isCold(tokens, index));
  const number = readUnsigned(tokens, isNegative ? index + 1 : index);
  if (number === undefined || !isNegative) return number;
  const { figures, end } = number;
  return { figures: `-${figures}`, end, isDigit: false };
}

function readUnsigned(tokens: readonly Token[], index: number): SpokenNumber | undefined {
  const integer = readInteger(tokens, index);
  if (integer === undefined) return undefined;
  const { value, end, scale, isDigit } = integer;
  const figures = inFigures(value, scale);
  const word = wordAt(tokens, end);
  if (word === 'phẩy' || word === 'phảy') {
    const decimals = readDecimals(tokens, end + 1);
    if (decimals !== undefined && scale === 0) {
      const scaled = scaleName(tokens, decimals.end);
      const suffix = scaled === undefined ? '' : ` ${scaled}`;
      const last = scaled === undefined ? decimals.end : decimals.end + 1;
      return { figures: `${figures},${decimals.digits}${suffix}`, end: last, isDigit: false };
    }
  }
  if (word === 'phần' && value > 0n && scale < 6) {
    const denominator = fractionOf(tokens, end + 1);
    if (denominator !== undefined) {
      return { figures: `${value}/${denominator.value}`, end: denominator.end, isDigit: false };
    }
  }
  return { figures, end, isDigit, whole: value };
}

/** `hai phần trăm` and `một phần nghìn` are shares, not fractions of a number of ours. */
function fractionOf(tokens: readonly Token[], index: number) {
  const isQuarter = wordAt(tokens, index) === 'tư';
  if (isQuarter) return { value: 4n, end: index + 1 };
  const denominator = readInteger(tokens, index);
  return denominator !== undefined && denominator.value > 1n && denominator.value <= 1000n ? denominator : undefined;
}

/** `năm`, `mười bốn`, `không năm`, `một bốn một sáu`: what stands after the comma. */
function readDecimals(tokens: readonly Token[], index: number) {
  let digits = '';
  let end = index;
  for (let digit = digitOf(wordAt(tokens, end)); digit !== undefined; digit = digitOf(wordAt(tokens, end))) {
    // The tens of a number that is not over yet.
    if (wordAt(tokens, end + 1) === 'mươi' || wordAt(tokens, end + 1) === 'trăm') break;
    digits += digit;
    end += 1;
  }
  if (digits === '' || /^0+$/.test(digits)) {
    const number = readHundreds(tokens, end);
    if (number !== undefined) return { digits: `${digits}${number.value}`, end: number.end };
  }
  if (digits.length === 1) {
    const number = readHundreds(tokens, index);
    if (number !== undefined && number.end > end) return { digits: `${number.value}`, end: number.end };
  }
  return digits === '' ? undefined : { digits, end };
}

/** `một phẩy hai triệu`, `ba phẩy năm tỷ`. */
function scaleName(tokens: readonly Token[], index: number): string | undefined {
  const word = wordAt(tokens, index);
  const next = wordAt(tokens, index + 1);
  if (word === 'triệu' && next !== 'chứng') return 'triệu';
  if ((word === 'tỷ' || word === 'tỉ') && next !== 'lệ') return 'tỷ';
  return word === 'nghìn' || word === 'ngàn' ? 'nghìn' : undefined;
}

/** Below zero it is only degrees that anybody counts with `trừ`. */
function isCold(tokens: readonly Token[], index: number): boolean {
  const integer = readInteger(tokens, index + 1);
  return integer !== undefined && wordAt(tokens, integer.end) === 'độ';
}
