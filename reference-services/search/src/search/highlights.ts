import { findWords, type Word, withoutMarks, wordsOf } from '../../../common/encoder/words.ts';
import type { SearchHighlight } from '../../generated/types.ts';

/** As many as the contract lets a hit have. */
const mostHighlights = 50;

interface Range {
  start: number;
  end: number;
}

/** Where the words of the query stand in the text. Words typed without marks match those with them. Offsets count code points. */
export function highlight(text: string, query: string): readonly SearchHighlight[] {
  const asked = new Set(wordsOf(query));
  const found = findWords(text).filter((word) => asked.has(word.text) || asked.has(withoutMarks(word.text)));
  const offset = codePointOffsets(text);
  return joinNeighbours(text, found)
    .slice(0, mostHighlights)
    .map(({ start, end }) => ({ start: offset(start), end: offset(end) }));
}

/** Words with only spaces between them are one match: people looked for "quý ba" and not for two words. */
function joinNeighbours(text: string, words: readonly Word[]): readonly Range[] {
  const ranges: Range[] = [];
  for (const { start, end } of words) {
    const last = ranges.at(-1);
    if (last !== undefined && text.slice(last.end, start).trim() === '') last.end = end;
    else ranges.push({ start, end });
  }
  return ranges;
}

/** From an offset in UTF-16 code units, which never falls into the middle of a code point here. */
function codePointOffsets(text: string): (offset: number) => number {
  return (offset) => [...text.slice(0, offset)].length;
}
