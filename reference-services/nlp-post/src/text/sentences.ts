import { tokensOf } from './tokens.ts';
import type { Place } from './trace/project.ts';

/** What the contract allows for one sentence. */
const mostCharacters = 4_000;

/**
 * The sentences of a text by its punctuation. A sentence that is longer than any may be is cut at a space. `hard` are
 * places where one ends in any case, in order.
 */
export function sentencesOf(text: string, hard: readonly number[] = []): Place[] {
  const tokens = tokensOf(text);
  const sentences: Place[] = [];
  let start: number | undefined;
  let next = 0;
  for (const [index, token] of tokens.entries()) {
    start ??= token.start;
    const following = tokens[index + 1];
    while ((hard[next] ?? Number.POSITIVE_INFINITY) < token.end) next += 1;
    const isHard = following !== undefined && (hard[next] ?? Number.POSITIVE_INFINITY) <= following.start;
    const isMark = token.kind === 'mark' && /[.?!…]/.test(token.text);
    const isEnd = isMark && (following === undefined || following.start > token.end) && following?.kind !== 'mark';
    if (!isEnd && !isHard && following !== undefined) continue;
    sentences.push(...cut(text, { start, end: token.end }));
    start = undefined;
  }
  return sentences;
}

function* cut(text: string, { start, end }: Place): Generator<Place> {
  let from = start;
  while (end - from > mostCharacters) {
    const space = text.lastIndexOf(' ', from + mostCharacters);
    const stop = space > from ? space : wholeUntil(text, from + mostCharacters);
    yield { start: from, end: stop };
    from = space > from ? space + 1 : stop;
  }
  if (end > from) yield { start: from, end };
}

/** Not between the halves of a character. */
function wholeUntil(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}
