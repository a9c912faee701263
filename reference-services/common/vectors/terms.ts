import { withoutMarks, wordsOf } from '../encoder/words.ts';

/**
 * What a text is found by: each word without its marks, and with them where it has any. A query typed without marks meets the
 * first; one typed with them meets both, so that the exact spelling comes first.
 */
export function termsOf(text: string): readonly string[] {
  return wordsOf(text).flatMap((word) => {
    const bare = withoutMarks(word);
    return bare === word ? [word] : [bare, word];
  });
}

/** The terms of a query, each once. */
export function queryTerms(query: string): ReadonlySet<string> {
  return new Set(termsOf(query));
}
