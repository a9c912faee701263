import { type Token, wordAt } from '../tokens.ts';
import { digitOf, looseUnitOf, shortUnitOf, unitOf } from './digit-words.ts';

export interface Read {
  readonly value: number;
  /** The place after the last token. */
  readonly end: number;
}

const tensWords = new Set(['mươi', 'chục']);

/** A number below one hundred. */
export function readTens(tokens: readonly Token[], index: number): Read | undefined {
  const word = wordAt(tokens, index);
  if (word === 'mười') return withUnit(tokens, 10, index + 1);
  if (word === 'hăm') {
    const unit = unitOf(wordAt(tokens, index + 1));
    return unit === undefined ? undefined : { value: 20 + unit, end: index + 2 };
  }
  const digit = digitOf(word);
  if (digit === undefined) return undefined;
  const next = wordAt(tokens, index + 1);
  if (next === 'mươi' && digit > 0) return withUnit(tokens, digit * 10, index + 2);
  if (next === 'chục' && digit > 0) return { value: digit * 10, end: index + 2 };
  const short = digit > 1 ? shortUnitOf(digit, next) : undefined;
  return short === undefined ? { value: digit, end: index + 1 } : { value: digit * 10 + short, end: index + 2 };
}

function withUnit(tokens: readonly Token[], tens: number, index: number): Read {
  const unit = unitOf(wordAt(tokens, index));
  const after = wordAt(tokens, index + 1);
  // In `ba mươi bốn mươi` the second digit begins a number of its own.
  const isOwn = tensWords.has(after) || after === 'trăm';
  return unit === undefined || isOwn ? { value: tens, end: index } : { value: tens + unit, end: index + 1 };
}

/** A number below one thousand. `isLower` is the part after a scale, where `không trăm` may stand. */
export function readHundreds(tokens: readonly Token[], index: number, isLower = false): Read | undefined {
  const digit = digitOf(wordAt(tokens, index));
  if (digit !== undefined && wordAt(tokens, index + 1) === 'trăm' && (digit > 0 || isLower)) {
    return belowHundred(tokens, digit * 100, index + 2);
  }
  if (isLower && isLoose(wordAt(tokens, index))) {
    const unit = looseUnitOf(wordAt(tokens, index + 1));
    if (unit !== undefined) return { value: unit, end: index + 2 };
  }
  return readTens(tokens, index);
}

function belowHundred(tokens: readonly Token[], hundreds: number, index: number): Read {
  const word = wordAt(tokens, index);
  if (isLoose(word)) {
    const unit = looseUnitOf(wordAt(tokens, index + 1));
    return unit === undefined ? { value: hundreds, end: index } : { value: hundreds + unit, end: index + 2 };
  }
  if (word === 'rưỡi' || word === 'rưởi') return { value: hundreds + 50, end: index + 1 };
  const tens = readTens(tokens, index);
  if (tens !== undefined && tens.value >= 10) return { value: hundreds + tens.value, end: tens.end };
  // `một trăm hai` is one hundred and twenty. `hai trăm năm` are years, and what a scale or `phẩy` follows is checked there.
  const unit = hundreds > 0 ? unitOf(word) : undefined;
  if (unit === undefined || startsAnother(wordAt(tokens, index + 1))) return { value: hundreds, end: index };
  return { value: hundreds + unit * 10, end: index + 1 };
}

/** After these, the digit before was no unit of ours. */
function startsAnother(word: string): boolean {
  return word === 'trăm' || word === 'phần' || digitOf(word) !== undefined || tensWords.has(word);
}

function isLoose(word: string): boolean {
  return word === 'linh' || word === 'lẻ';
}
