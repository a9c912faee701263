/** A word of a text. Offsets count UTF-16 code units of the text as it was given. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const word = /[\p{L}\p{M}\p{N}]+/gu;

/** The words as they stand in the text. */
export function findWords(text: string): readonly Word[] {
  return [...text.matchAll(word)].map((match) => ({
    text: normalise(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The words in lower case and composed form (NFC), so that spellings that look the same are the same. */
export function wordsOf(text: string): readonly string[] {
  return normalise(text).match(word) ?? [];
}

/** Without tone and vowel marks, as people type in a hurry: "kế hoạch đầu" becomes "ke hoach dau". */
export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').normalize('NFC');
}

function normalise(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
