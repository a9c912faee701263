/** A word, a run of digits, what stands in place of personal data, or any other visible character. */
export interface Token {
  readonly kind: 'word' | 'digits' | 'placeholder' | 'mark';
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

/** Every character is looked at once. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let start = 0; start < text.length; ) {
    const kind = classAt(text, start);
    if (kind === 'space') {
      start += 1;
      continue;
    }
    const placeholder = kind === 'mark' ? endOfPlaceholder(text, start) : undefined;
    const end = placeholder ?? endOf(text, start, kind);
    const found = text.slice(start, end);
    const lower = kind === 'word' ? found.toLowerCase() : found;
    tokens.push({ kind: placeholder === undefined ? kind : 'placeholder', text: found, lower, start, end });
    start = end;
  }
  return tokens;
}

type Class = 'word' | 'digits' | 'space' | 'mark';

const letter = /^\p{L}/u;
const combining = /^\p{M}/u;
const space = /^\s/u;

function classAt(text: string, offset: number): Class {
  const code = text.charCodeAt(offset);
  if (code === 0x20) return 'space';
  if (code < 0x80) {
    if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) return 'word';
    if (code >= 0x30 && code <= 0x39) return 'digits';
    return code >= 0x09 && code <= 0x0d ? 'space' : 'mark';
  }
  if (isVietnamese(code)) return 'word';
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  return letter.test(character) ? 'word' : space.test(character) ? 'space' : 'mark';
}

/** The letters of Latin with one or two marks, without the signs for times and division. */
function isVietnamese(code: number): boolean {
  return (code >= 0x1ea0 && code <= 0x1ef9) || (code >= 0xc0 && code <= 0x1b0 && code !== 0xd7 && code !== 0xf7);
}

function endOf(text: string, start: number, kind: Class): number {
  let end = start + widthAt(text, start);
  if (kind === 'mark') return end;
  while (end < text.length && goesOn(text, end, kind)) end += widthAt(text, end);
  return end;
}

function goesOn(text: string, offset: number, kind: Class): boolean {
  if (classAt(text, offset) === kind) return true;
  const code = text.charCodeAt(offset);
  return kind === 'word' && code >= 0x300 && combining.test(String.fromCodePoint(text.codePointAt(offset) ?? 0));
}

function widthAt(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xd800 && code <= 0xdbff && (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
}

/** No replacement is longer. */
const mostPlaceholder = 64;
const capitals = /^[\p{Lu} ]+$/u;

function endOfPlaceholder(text: string, start: number): number | undefined {
  if (text.charCodeAt(start) !== 0x5b) return undefined;
  const inside = text.slice(start + 1, start + mostPlaceholder);
  const length = inside.indexOf(']');
  return length > 0 && capitals.test(inside.slice(0, length)) ? start + length + 2 : undefined;
}

/** The word at a place, in lower case; empty where there is none. */
export function wordAt(tokens: readonly Token[], index: number): string {
  const found = tokens[index];
  return found?.kind === 'word' ? found.lower : '';
}
