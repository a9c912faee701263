import { abbreviations, placeCues, places } from '../gazetteer/places.ts';
import { fullNameAt, givenNameAt, sureNameAt } from '../names.ts';
import { Phrases } from '../phrases.ts';
import type { Token } from '../tokens.ts';
import type { Edit } from '../trace/edit.ts';

const gazetteer = new Phrases(places.map((place) => [place, place] as const));

/** Words that are no place on their own, whatever the map says: `nga` is a name, `lào` a tribe, `vịnh` a bay. */
const titles = Phrases.of(
  'ông, bà, anh, chị, cô, chú, bác, thầy, em, cháu, bạn, bác sĩ, giáo sư, tiến sĩ, luật sư, kỹ sư, chủ tịch, thủ tướng, bộ trưởng, tổng bí thư, giám đốc, tổng giám đốc, nhạc sĩ, ca sĩ, nhà thơ, nhà văn, đại tướng, tướng, vua, nghệ sĩ, diễn viên, cầu thủ, huấn luyện viên, đường, phố, trường, tên, tên là, thứ trưởng, phó chủ tịch, đại biểu, họa sĩ',
);

/** After these a given name alone is a name. */
const familiar = new Set([
  'tên là',
  'anh',
  'chị',
  'cô',
  'chú',
  'bác',
  'thầy',
  'ông',
  'bà',
  'em',
  'bạn',
  'cháu',
  'ca sĩ',
  'diễn viên',
]);

/** Capitals of names and places, in text that has none: whoever wrote some knew where they belong. */
export function capitaliseNames(tokens: readonly Token[]): Edit[] {
  const edits: Edit[] = [];
  for (let index = 0; index < tokens.length; ) {
    const abbreviation = abbreviations.get(tokens[index]?.lower ?? '');
    const end = abbreviation === undefined ? nameAt(tokens, index) : undefined;
    if (abbreviation !== undefined) pushWord(edits, tokens[index], abbreviation);
    for (const token of tokens.slice(index, end ?? index)) pushWord(edits, token, initial(token.text));
    index = end ?? index + 1;
  }
  return edits;
}

function nameAt(tokens: readonly Token[], index: number): number | undefined {
  const place = gazetteer.at(tokens, index);
  const sure = sureNameAt(tokens, index);
  if (place !== undefined && place.end >= (sure ?? 0) && isPlace(tokens, index, place)) return place.end;
  if (sure !== undefined) return sure;
  const title = titleBefore(tokens, index);
  if (title === undefined) return undefined;
  return fullNameAt(tokens, index) ?? (familiar.has(title) ? givenNameAt(tokens, index) : undefined);
}

/** Peace, youth and the like, unless a word says that a place is meant. */
const commonWords = new Set(['hòa bình', 'thanh xuân', 'thái bình', 'long biên']);

/** Places of one syllable are common words too. */
function isPlace(tokens: readonly Token[], index: number, { value }: { readonly value: string }): boolean {
  const before = tokens[index - 1]?.lower ?? '';
  if (commonWords.has(value)) return placeCues.has(before);
  if (value.includes(' ') || value.length > 4) return true;
  return value === 'huế' || ['nước', 'ở', 'tại', 'sang', 'của', 'tiếng', 'từ', 'và'].includes(before);
}

function titleBefore(tokens: readonly Token[], index: number): string | undefined {
  for (let length = 3; length >= 1; length -= 1) {
    const title = titles.at(tokens, index - length);
    if (title?.end === index) return title.value;
  }
  return undefined;
}

/** The first letter of each sentence. */
export function capitaliseSentences(tokens: readonly Token[]): Edit[] {
  const edits: Edit[] = [];
  let isStart = true;
  for (const [index, token] of tokens.entries()) {
    if (isStart && token.kind !== 'mark') {
      if (token.kind === 'word') pushWord(edits, token, initial(token.text));
      isStart = false;
    }
    const next = tokens[index + 1];
    const ends = token.kind === 'mark' && /[.?!…]/.test(token.text) && next !== undefined && next.start > token.end;
    if (ends) isStart = true;
  }
  return edits;
}

/** Longer than any word. */
const mostLetters = 64;

function pushWord(edits: Edit[], token: Token | undefined, replacement: string): void {
  if (token === undefined || token.kind !== 'word' || token.text === replacement || token.text.length > mostLetters)
    return;
  edits.push({ kind: 'capital', start: token.start, end: token.end, replacement });
}

function initial(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
