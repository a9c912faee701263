import { withoutMarks, wordsOf } from '../../../common/encoder/words.ts';

/**
 * How well a text goes on from what was typed: 2 from its beginning, 1 from the beginning of a later word, 0 not at all. What
 * is typed without marks goes on with them, and what is typed with them keeps them.
 */
export function completes(text: string, typed: string): 0 | 1 | 2 {
  const prefix = wordsOf(typed).join(' ');
  const hasMarks = withoutMarks(prefix) !== prefix;
  const words = wordsOf(text).join(' ');
  const compared = ` ${hasMarks ? words : withoutMarks(words)}`;
  const place = prefix === '' ? -1 : compared.indexOf(` ${prefix}`);
  if (place < 0) return 0;
  return place === 0 ? 2 : 1;
}
