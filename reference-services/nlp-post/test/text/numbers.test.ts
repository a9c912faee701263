import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readInteger } from '../../src/text/numbers/read-integer.ts';
import { integerInWords } from '../../src/text/numbers/write-words.ts';
import { tokensOf } from '../../src/text/tokens.ts';

/** What a number in words is read as, when all of them belong to it. */
function back(words: string): bigint | undefined {
  const tokens = tokensOf(words);
  const read = readInteger(tokens, 0);
  return read?.end === tokens.length ? read.value : undefined;
}

function wrong(values: Iterable<bigint>): string[] {
  const faults: string[] = [];
  for (const value of values) {
    const words = integerInWords(value);
    if (back(words) !== value) faults.push(`${value}: ${words}`);
  }
  return faults;
}

test('every integer to 100,000 comes back from its words', () => {
  function* all() {
    for (let value = 0n; value <= 100_000n; value += 1n) yield value;
  }
  expect(wrong(all())).toEqual([]);
});

test('every 61st integer to 10,000,000 comes back from its words', () => {
  function* some() {
    for (let value = 100_001n; value <= 10_000_000n; value += 61n) yield value;
    yield 10_000_000n;
  }
  expect(wrong(some())).toEqual([]);
}, 60_000);

test('random integers to 10^27 come back from their words', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 27n - 1n }), (value) => back(integerInWords(value)) === value),
    { numRuns: 5_000 },
  );
  fc.assert(
    fc.property(fc.nat(26), fc.nat(999), (power, rest) => {
      const value = 10n ** BigInt(power) * BigInt(1 + (rest % 9)) + BigInt(rest);
      return back(integerInWords(value)) === value;
    }),
    { numRuns: 5_000 },
  );
});

test('no words make the reader throw or read backwards', () => {
  const words = fc.constantFrom(
    ...'không một hai ba bốn năm sáu bảy tám chín mười mươi mốt tư lăm linh lẻ rưỡi trăm nghìn ngàn triệu tỷ tỉ chục hăm phẩy'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (list) => {
      const tokens = tokensOf(list.join(' '));
      const read = readInteger(tokens, 0);
      return read === undefined || (read.end > 0 && read.end <= tokens.length && read.value >= 0n);
    }),
    { numRuns: 20_000 },
  );
});
