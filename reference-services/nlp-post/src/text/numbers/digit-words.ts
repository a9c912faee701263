/** How digits are called on their own. */
export const digitNames = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;

const digits = new Map<string, number>([...digitNames.map((name, value) => [name, value] as const), ['bẩy', 7]]);

/** A digit that can stand anywhere. */
export function digitOf(word: string): number | undefined {
  return digits.get(word);
}

const afterTens = new Map([...digits, ['mốt', 1], ['tư', 4], ['lăm', 5], ['nhăm', 5]]);
// After tens, `năm` is a year: `hai mươi năm`. `không` has no place there.
afterTens.delete('năm');
afterTens.delete('không');

/** A digit in the place of the units, after `mươi`. */
export function unitOf(word: string): number | undefined {
  return afterTens.get(word);
}

/** Digits whose form says that tens came before, so that `mươi` may be left out: `hai mốt`, `ba lăm`, `hai tư`. */
export function shortUnitOf(tens: number, word: string): number | undefined {
  if (word === 'mốt' || word === 'lăm' || word === 'nhăm') return afterTens.get(word);
  // `năm tư` is the fourth year, `ba tư` may be Persia.
  return word === 'tư' && tens !== 5 && tens !== 3 ? 4 : undefined;
}

/** A digit after `linh` or `lẻ`. */
export function looseUnitOf(word: string): number | undefined {
  return word === 'tư' ? 4 : word === 'không' ? undefined : digits.get(word);
}
