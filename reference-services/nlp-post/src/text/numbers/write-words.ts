import { digitNames } from './digit-words.ts';

/** A whole number in words, as it is read out: `105` is `một trăm linh năm`. Reading it gives the same number again. */
export function integerInWords(value: bigint): string {
  if (value < 0n) return `âm ${integerInWords(-value)}`;
  if (value === 0n) return digitNames[0];
  const words: string[] = [];
  const blocks = billionBlocks(value);
  for (const [place, block] of blocks.entries()) {
    if (block === 0) continue;
    words.push(...belowBillion(block, words.length > 0));
    words.push(...Array.from({ length: blocks.length - 1 - place }, () => 'tỷ'));
  }
  return words.join(' ');
}

/** Digit by digit, as telephone numbers are read out. */
export function digitsInWords(digits: string): string {
  return [...digits].map((digit) => digitNames[Number(digit)]).join(' ');
}

/** What stands after the comma: `14` is a number, `05` and `141` are digits. */
export function fractionInWords(digits: string): string {
  if (digits.length > 2 || digits.startsWith('0')) return digitsInWords(digits);
  return integerInWords(BigInt(digits));
}

const billion = 1_000_000_000n;

/** The highest block first. */
function billionBlocks(value: bigint): number[] {
  const blocks: number[] = [];
  for (let rest = value; rest > 0n; rest /= billion) blocks.unshift(Number(rest % billion));
  return blocks;
}

function belowBillion(value: number, isLower: boolean): string[] {
  const groups = [
    { group: Math.floor(value / 1_000_000), scale: 'triệu' },
    { group: Math.floor(value / 1_000) % 1_000, scale: 'nghìn' },
    { group: value % 1_000, scale: undefined },
  ];
  const words: string[] = [];
  for (const { group, scale } of groups) {
    if (group === 0) continue;
    words.push(...belowThousand(group, isLower || words.length > 0));
    if (scale !== undefined) words.push(scale);
  }
  return words;
}

function belowThousand(value: number, isLower: boolean): string[] {
  const [hundreds, tens, units] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const words: string[] = [];
  if (hundreds > 0 || isLower) words.push(nameOf(hundreds), 'trăm');
  if (tens === 1) words.push('mười');
  if (tens > 1) words.push(nameOf(tens), 'mươi');
  if (tens === 0 && units > 0 && words.length > 0) words.push('linh');
  if (units > 0) words.push(unitName(tens, units));
  return words;
}

function unitName(tens: number, units: number): string {
  if (tens > 0 && units === 5) return 'lăm';
  if (tens > 1 && units === 1) return 'mốt';
  return tens > 1 && units === 4 ? 'tư' : nameOf(units);
}

function nameOf(digit: number): string {
  return digitNames[digit] ?? '';
}
