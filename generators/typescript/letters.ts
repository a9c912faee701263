/**
 * The runs of letters, marks and decimal digits in a text, as far as every engine and compiler takes them in an identifier:
 * those of the basic plane that are in Unicode since 6.2 (2012). What a regular expression calls a letter depends on the
 * engine that runs it; with a list of their own, names are the same everywhere, and TypeScript, whose tables are older than
 * Node's, reads them.
 */
export function lettersIn(text: string): readonly string[] {
  return text.match(run) ?? [];
}

/** True when every character may stand in an identifier. */
export function isAllLetters(text: string): boolean {
  return whole.test(text);
}

/** Ranges of code points in hexadecimal; what lies between is no letter, or a younger one. */
const old = [
  'aa-37d 386-527 531-559 561-587 591-5ea 5f0-7fa 800-85b 8a0 8a2-8ac 8e4-8fe 900-977 979-97f 981-9f1',
  'a01-aef b01-b4d b56-bef c01-c03 c05-c33 c35-c39 c3d-c59 c60-c6f c82-cd6 cde-cf2 d02-d03 d05-d3a d3d-d4e',
  'd57 d60-d7f d82-ddf df2-e84 e87-e88 e8a e8d e94-e97 e99-e9f ea1-ea7 eaa-eab ead-eb9 ebb-ecd ed0-13f4',
  '1401-16ea 1700-170c 170e-1714 1720-180d 1810-1877 1880-191c 1920-1aa7 1b00-1b4b 1b50-1c7d 1cd0-1cf6',
  '1d00-1de6 1dfc-2c2e 2c30-2c5e 2c60-312d 3131-31ba 31f0-4db5 4e00-9fcc a000-a697 a69f-a78e a790-a793',
  'a7a0-a7aa a7f8-a827 a840-a8c4 a8d0-a8fb a900-a9d9 aa00-aa7b aa80-ab2e abc0-fe26 fe70-ffdc',
];

const ranges = old
  .flatMap((line) => line.split(' '))
  .map((range) => range.replaceAll(/[0-9a-f]+/g, (code) => `\\u${code.padStart(4, '0')}`))
  .join('');
const first = `[[\\p{L}\\p{Nd}]&&[0-9A-Za-z${ranges}]]`;
const further = `[[\\p{L}\\p{Nd}\\p{Mn}\\p{Mc}]&&[0-9A-Za-z${ranges}]]`;
const run = new RegExp(`${first}${further}*`, 'gv');
const whole = new RegExp(`^${further}*$`, 'v');
