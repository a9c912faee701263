import { readTens } from '../numbers/read-hundreds.ts';
import { isHalf } from '../numbers/read-integer.ts';
import { readNumber, type SpokenNumber } from '../numbers/read-number.ts';
import { grouped } from '../numbers/write-figures.ts';
import type { Phrase } from '../phrases.ts';
import { type Token, wordAt } from '../tokens.ts';
import type { Figure } from './rule.ts';
import { type Unit, units } from './units.ts';

/** Before these words, a lone digit is a number: they name things by it. */
const namedBy = new Set([
  ...'số mã phòng tầng điều khoản chương lớp trang câu bài tập phần lần vòng hạng khóa khoá bảng kênh cổng tuyến giai'.split(
    ' ',
  ),
  ...['kỳ', 'quận', 'phường', 'khu', 'tổ', 'nhóm', 'ca', 'bậc', 'cấp', 'mục', 'bước', 'trừ', 'cộng', 'nhân', 'chia'],
]);

const ordinalCues = new Set(['lần', 'người', 'vị', 'ngày', 'tuần', 'kỳ', 'năm', 'đợt', 'trang', 'hàng', 'câu', 'tầng']);

/** A number with what it counts. A lone digit becomes a figure only when a unit or a name goes with it. */
export function readQuantity(tokens: readonly Token[], index: number): Figure | undefined {
  const number = readNumber(tokens, index);
  if (number === undefined) return undefined;
  const unit = units.at(tokens, number.end);
  const isWeekday = number.isDigit && wordAt(tokens, index - 1) === 'thứ';
  if (unit === undefined || isWeekday || isYearOfAge(tokens, number, unit)) return alone(tokens, index, number);
  const isOne = number.isDigit && number.whole === 1n;
  const half = isHalf(wordAt(tokens, unit.end)) && number.whole !== undefined && !isShortScale(number);
  if (half) return measured(index, `${number.figures},5`, unit, unit.end + 1, tokens);
  if (isOne && unit.value.mayBeOne) return undefined;
  if (number.isDigit && number.whole === 0n && unit.value.symbol === undefined && unit.value.mayBeOne) return undefined;
  const height = unit.value.symbol === 'm' ? centimetres(tokens, unit.end) : undefined;
  if (height !== undefined && number.whole !== undefined) {
    const replacement = `${number.figures},${height.decimals} m`;
    return { kind: 'unit', start: index, end: height.end, replacement };
  }
  return measured(index, number.figures, unit, unit.end, tokens);
}

function measured(index: number, figures: string, unit: Phrase<Unit>, end: number, tokens: readonly Token[]): Figure {
  const { kind, symbol } = unit.value;
  const isHalved = end > unit.end;
  if (symbol !== undefined) return { kind, start: index, end, replacement: `${figures} ${symbol}` };
  if (!isHalved) return { kind, start: index, end: unit.start, replacement: figures };
  const words = tokens.slice(unit.start, unit.end).map(({ text }) => text);
  return { kind, start: index, end, replacement: [figures, ...words].join(' ') };
}

/** `hai triệu` is written `2 triệu`, to which no half can be added as `,5`. */
function isShortScale({ figures }: SpokenNumber): boolean {
  return figures.includes(' ') || figures.includes(',');
}

/** `năm` after a number counts years, unless it begins a number or a year itself. */
function isYearOfAge(tokens: readonly Token[], number: SpokenNumber, unit: Phrase<Unit>): boolean {
  return (
    wordAt(tokens, number.end) === 'năm' &&
    unit.end === number.end + 1 &&
    number.isDigit &&
    beginsNumber(tokens, number.end)
  );
}

function beginsNumber(tokens: readonly Token[], index: number): boolean {
  const number = readNumber(tokens, index);
  return number !== undefined && !number.isDigit;
}

function alone(tokens: readonly Token[], index: number, number: SpokenNumber): Figure | undefined {
  const { figures, end, isDigit, whole } = number;
  const before = wordAt(tokens, index - 1);
  if (isHalf(wordAt(tokens, end)) && whole !== undefined && whole > 0n && !isShortScale(number) && whole < 1000n) {
    return { kind: 'number', start: index, end: end + 1, replacement: `${grouped(whole)},5` };
  }
  if (before === 'thứ' && (isDigit || whole === undefined) && !ordinalCues.has(wordAt(tokens, index - 2)))
    return undefined;
  if (isDigit && before !== 'thứ' && !namedBy.has(before) && !isRange(tokens, end)) return undefined;
  if (isDigit && isPronounced(tokens, index, end)) return undefined;
  return { kind: 'number', start: index, end, replacement: figures };
}

/** `năm đến bảy ngày`: what follows is a figure, so this one is too. */
function isRange(tokens: readonly Token[], index: number): boolean {
  const link = wordAt(tokens, index);
  if (link !== 'đến' && link !== 'tới') return false;
  const other = readNumber(tokens, index + 1);
  return other !== undefined && (!other.isDigit || units.at(tokens, other.end) !== undefined);
}

/** After these, `một` is more often an article: `câu một nắng hai sương`. */
const loosely = new Set(['phần', 'lần', 'nhân', 'số', 'câu', 'bài', 'bước', 'nhóm']);

/** Districts whose names begin with a digit. */
const places: Readonly<Record<string, ReadonlySet<string>>> = {
  hai: new Set(['bà']),
  ba: new Set(['đình', 'vì', 'tri', 'bể', 'đồn', 'tơ', 'chẽ', 'động']),
  năm: new Set(['căn']),
};

/** What makes a year of `năm`: `cùng kỳ năm ngoái`. */
const yearWords = new Set([
  'nay',
  'ngoái',
  'trước',
  'sau',
  'tới',
  'qua',
  'học',
  'tài',
  'này',
  'đó',
  'kia',
  'xưa',
  'mới',
  'cũ',
  'nào',
  'đầu',
]);

/** `năm ngoái`, `lần một`, and digits that go on, such as `số không ai biết`. */
function isPronounced(tokens: readonly Token[], index: number, end: number): boolean {
  const word = wordAt(tokens, index);
  const before = wordAt(tokens, index - 1);
  if (places[word]?.has(wordAt(tokens, end))) return true;
  if (word === 'năm') return yearWords.has(wordAt(tokens, end));
  if (word === 'không') return wordAt(tokens, end) !== '';
  return word === 'một' && loosely.has(before) && wordAt(tokens, end) !== '';
}

/** `một mét bảy` and `một mét bảy mươi lăm`: what follows are hundredths of it. */
function centimetres(tokens: readonly Token[], index: number) {
  const rest = readTens(tokens, index);
  if (rest === undefined || rest.value === 0 || units.at(tokens, rest.end) !== undefined) return undefined;
  const isLast = wordAt(tokens, rest.end) === '' || rest.end > index + 1 || after.has(wordAt(tokens, rest.end));
  return isLast ? { decimals: `${rest.value}`, end: rest.end } : undefined;
}

const after = new Set(['và', 'nặng', 'là', 'thì', 'nên', 'mà', 'rộng', 'cao', 'dài', 'sâu']);
