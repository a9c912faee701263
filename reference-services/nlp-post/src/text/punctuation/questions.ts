import { type Token, wordAt } from '../tokens.ts';
import { askingEnds, askingStarts, polite } from './sentence-cues.ts';

/** Whether the words from `start` to before `end` ask something. */
export function isQuestion(tokens: readonly Token[], start: number, end: number): boolean {
  const opened = askingStarts.at(tokens, start);
  if (opened !== undefined && opened.end < end) return true;
  let last = end;
  while (last > start + 2 && polite.has(wordAt(tokens, last - 1))) last -= 1;
  return asks(tokens, start, last) || asks(tokens, start, end);
}

function asks(tokens: readonly Token[], start: number, end: number): boolean {
  for (let place = Math.max(start + 1, end - 3); place < end; place += 1) {
    const cue = askingEnds.at(tokens, place);
    if (cue?.end === end) return isMeant(tokens, start, place, cue.value);
  }
  return false;
}

/** `không` and `chưa` ask only after a word that they can answer; `ai`, `gì` and `đâu` deny after a negation. */
function isMeant(tokens: readonly Token[], start: number, place: number, cue: string): boolean {
  const before = tokens.slice(start, place).map(({ lower }) => lower);
  if (cue === 'không' || cue === 'chưa')
    return !before.includes('không') && !before.includes('hay') && before.length > 0;
  if (cue === 'vậy' || cue === 'chứ' || cue === 'à') return cue === 'à';
  const denies = before.some((word) => word === 'không' || word === 'chẳng' || word === 'chả' || word === 'bất');
  if (['ai', 'gì', 'đâu', 'nào', 'mấy', 'bao nhiêu', 'làm gì'].includes(cue)) return !denies;
  return true;
}
