import { commonGivenNames, givenNames } from './gazetteer/given-names.ts';
import { publicNames } from './gazetteer/public-names.ts';
import { sureSurnames, surnames } from './gazetteer/surnames.ts';
import { type Token, wordAt } from './tokens.ts';

/** The longest name has a family name and three syllables. */
const longest = 4;

/** Where a full name that begins at the token ends: a family name and what belongs to names. */
export function fullNameAt(tokens: readonly Token[], index: number): number | undefined {
  if (!surnames.has(wordAt(tokens, index))) return undefined;
  const end = endOfName(tokens, index + 1, index + longest);
  return end > index + 1 ? end : undefined;
}

/** A full name that needs nothing before it to be one: a sure family name, a middle name and a given name. */
export function sureNameAt(tokens: readonly Token[], index: number): number | undefined {
  if (!sureSurnames.has(wordAt(tokens, index))) return undefined;
  const known = publicNames.at(tokens, index);
  if (known !== undefined) return known.end;
  const end = fullNameAt(tokens, index);
  return end !== undefined && end >= index + 3 ? end : undefined;
}

/** A given name alone, after a word that says that a name comes. */
export function givenNameAt(tokens: readonly Token[], index: number): number | undefined {
  const token = tokens[index];
  if (token?.kind !== 'word') return undefined;
  const isName = commonGivenNames.has(token.lower) || (givenNames.has(token.lower) && isCapital(token));
  if (!isName) return undefined;
  return givenNames.has(wordAt(tokens, index + 1)) && !isVerb(tokens, index + 1) ? index + 2 : index + 1;
}

function endOfName(tokens: readonly Token[], start: number, most: number): number {
  let end = start;
  while (end < most && belongs(tokens, end)) end += 1;
  return end;
}

function belongs(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== 'word') return false;
  if (isCapital(token) && token.text.length > 1) return true;
  return givenNames.has(token.lower) && !isVerb(tokens, index);
}

/** Words that follow names and look like parts of them: `sinh năm`, `công tác`, `hà nội`, `quý khách`. */
const otherwise: Readonly<Record<string, ReadonlySet<string>>> = {
  sinh: new Set(['năm', 'ngày', 'sống', 'ra', 'viên', 'tại', 'ở']),
  công: new Set(['tác', 'ty', 'an', 'việc', 'bố', 'nhân']),
  hà: new Set(['nội', 'nam', 'giang', 'tĩnh', 'đông']),
  quý: new Set(['khách', 'vị']),
  đại: new Set(['diện', 'học', 'biểu']),
  sáng: new Set(['nay', 'mai', 'qua', 'hôm', 'lập', 'tạo', 'tác']),
  thông: new Set(['báo', 'tin', 'qua']),
  thân: new Set(['mến']),
  tham: new Set(['gia']),
  phát: new Set(['biểu', 'hiện', 'hành']),
  thành: new Set(['phố', 'lập', 'công', 'viên']),
  nam: new Set(['định']),
  bình: new Set(['luận', 'dương', 'định', 'thuận', 'phước', 'thạnh']),
  yên: new Set(['bái', 'tâm']),
  trung: new Set(['tâm', 'quốc']),
  chính: new Set(['thức', 'là', 'phủ', 'chủ']),
  liên: new Set(['hệ', 'quan', 'lạc']),
  tiến: new Set(['hành']),
  sang: new Set(['năm', 'đến', 'nhà', 'tên']),
  đông: new Set(['người', 'đảo']),
  năm: new Set(['nay', 'ngoái', 'sau']),
  kỳ: new Set(['thi', 'này']),
  thu: new Set(['nhập', 'tiền', 'hút']),
  quyết: new Set(['định']),
};

function isVerb(tokens: readonly Token[], index: number): boolean {
  return otherwise[wordAt(tokens, index)]?.has(wordAt(tokens, index + 1)) ?? false;
}

export function isCapital({ text, lower }: Token): boolean {
  return text[0] !== lower[0];
}
