import { type Token, wordAt } from '../tokens.ts';
import { passesIban } from './checksums.ts';
import { cueBefore } from './number-cues.ts';
import { type Finder, placeOf } from './scan.ts';

/** Letters and digits that stand together: `B1234567`, `GD4797912345678`, and how many tokens they are. */
function codeAt(tokens: readonly Token[], index: number, most: number) {
  let code = '';
  let end = index;
  for (let token = tokens[end]; token !== undefined && end - index < most; token = tokens[end]) {
    const isJoined = end === index || tokens[end - 1]?.end === token.start;
    if (!isJoined || (token.kind !== 'word' && token.kind !== 'digits')) break;
    code += token.text;
    end += 1;
    if (code.length > 40) return undefined;
  }
  const before = tokens[index - 1];
  const isInside = before !== undefined && before.end === tokens[index]?.start && before.kind !== 'mark';
  return end === index || isInside ? undefined : { code, end };
}

/** How the letters before the number of a passport are called. */
const spoken = new Map<string, string>([
  ...([
    ['bê', 'B'],
    ['xê', 'C'],
    ['bờ', 'B'],
    ['cờ', 'C'],
    ['pê', 'P'],
    ['ca', 'K'],
    ['en', 'N'],
  ] as const),
]);

export const findPassports: Finder = function* find(scan) {
  const { tokens } = scan;
  for (let index = 0; index < tokens.length; index += 1) {
    const first = tokens[index];
    if (first?.kind !== 'word' || first.text.length > 2) continue;
    const joined = codeAt(tokens, index, 3);
    const isPassport = joined !== undefined && /^[A-Z]\d{7,8}$/i.test(joined.code);
    if (isPassport && (cueBefore(tokens, index) === 'passport' || isBare(tokens, index, joined.code))) {
      yield placeOf(scan, index, joined.end);
      continue;
    }
    const digits = tokens[index + 1];
    const isSpoken = (first.text.length === 1 || spoken.has(first.lower)) && digits?.kind === 'digits';
    if (isSpoken && /^\d{7,8}$/.test(digits.text) && cueBefore(tokens, index) === 'passport') {
      yield placeOf(scan, index, index + 2);
    }
  }
};

/** A letter that passports are issued with, and no word before it that names goods. */
function isBare(tokens: readonly Token[], index: number, code: string): boolean {
  if (!/^[BCEKNP]\d{7,8}$/.test(code) || cueBefore(tokens, index) === 'harmless') return false;
  return !['mã', 'số', 'lô', 'model', 'chuyến', 'hiệu'].includes(wordAt(tokens, index - 1));
}

/** The card of health insurance: two letters, the kind of benefit, the province, and ten digits. */
export const findInsuranceCards: Finder = function* find(scan) {
  const { tokens } = scan;
  for (let index = 0; index < tokens.length; index += 1) {
    const first = tokens[index];
    if (first?.kind !== 'word' || first.text.length !== 2) continue;
    const groups = spacedCode(tokens, index);
    const isCued = cueBefore(tokens, index) === 'health-insurance';
    const shape = isCued ? /^[A-Z]{2}[1-5]\d{12}$/i : /^[A-Z]{2}[1-5]\d{12}$/;
    if (groups !== undefined && shape.test(groups.code)) yield placeOf(scan, index, groups.end);
  }
};

/** Letters and up to six groups of digits, also with spaces between them. */
function spacedCode(tokens: readonly Token[], index: number) {
  let code = tokens[index]?.text ?? '';
  let end = index + 1;
  while (end <= index + 6 && tokens[end]?.kind === 'digits' && code.length < 16) {
    code += tokens[end]?.text;
    end += 1;
  }
  return end === index + 1 ? undefined : { code, end };
}

export const findIbans: Finder = function* find(scan) {
  const { tokens } = scan;
  for (let index = 0; index < tokens.length; index += 1) {
    const first = tokens[index];
    if (first?.kind !== 'word' || !/^[A-Z]{2}$/.test(first.text)) continue;
    const iban = ibanAt(tokens, index);
    if (iban !== undefined) yield placeOf(scan, index, iban);
  }
};

/** In one piece or in groups of four; the longest that its checksum allows. */
function ibanAt(tokens: readonly Token[], index: number): number | undefined {
  let code = '';
  let found: number | undefined;
  for (let end = index; end < index + 20 && code.length < 34; end += 1) {
    const token = tokens[end];
    if (token === undefined || token.kind === 'mark' || token.kind === 'placeholder') break;
    code += token.text;
    if (!/^[A-Z]{2}\d{2}[A-Z0-9]{0,30}$/.test(code) && end > index) break;
    if (code.length >= 15 && passesIban(code)) found = end + 1;
  }
  return found;
}

/** How the letters of plates are called. */
const letterNames = new Map(
  'a bê xê đê e ép gờ hát ca lờ mờ nờ pê cu rờ sờ tê u vê xờ y giét giê rê ích b c d đ g h k l m n p r s t v x'
    .split(' ')
    .map((name) => [name, name] as const),
);

/** `29A-123.45`, `51F1-234.56`, and, when the words before say so, `29 a 12345`. */
export const findPlates: Finder = function* find(scan) {
  const { tokens } = scan;
  for (let index = 0; index < tokens.length; index += 1) {
    const [province, series] = [tokens[index], tokens[index + 1]];
    if (province?.kind !== 'digits' || province.text.length !== 2 || Number(province.text) < 11) continue;
    if (series?.kind !== 'word' || series.text.length > 4) continue;
    const isWritten = province.end === series.start && /^[A-ZĐ]{1,2}$/.test(series.text);
    const isSpoken = letterNames.has(series.lower) && cueBefore(tokens, index) === 'licence-plate';
    const end = isWritten || isSpoken ? endOfPlate(tokens, index + 2) : undefined;
    if (end === undefined) continue;
    yield placeOf(scan, index, end);
    index = end - 1;
  }
};

/** The rest of a plate: perhaps one digit of the series, then four or five digits. */
function endOfPlate(tokens: readonly Token[], index: number): number | undefined {
  let digits = '';
  let end: number | undefined;
  for (let place = index; place < index + 6; place += 1) {
    const token = tokens[place];
    if (token?.kind === 'digits') {
      digits += token.text;
      end = place + 1;
    } else if (token?.text !== '-' && token?.text !== '.') break;
    if (digits.length >= 6) break;
  }
  return digits.length >= 4 && digits.length <= 6 ? end : undefined;
}
