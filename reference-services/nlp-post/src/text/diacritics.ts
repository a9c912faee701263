import { hornedStems, stopsWithoutTone, unmarkedPhrases, unmarkedWords } from './diacritics-table.ts';
import { Phrases } from './phrases.ts';
import { likeCase, withoutTone, withTone } from './syllable/letters.ts';
import { endsInStop, syllableOf } from './syllable/syllable.ts';
import { tonePlace } from './syllable/tone-place.ts';
import type { Token } from './tokens.ts';
import type { Edit } from './trace/edit.ts';

const phrases = new Phrases(unmarkedPhrases);
const words = new Map(Object.entries(unmarkedWords));
const stops = new Map(Object.entries(stopsWithoutTone));

/** Repairs what no Vietnamese syllable looks like, and what was typed without marks and can mean one thing only. */
export function repairDiacritics(tokens: readonly Token[]): Edit[] {
  const edits: Edit[] = [];
  const known = new Map<string, string>();
  const repair = (word: string): string => {
    const repaired = known.get(word) ?? repairWord(word);
    known.set(word, repaired);
    return repaired;
  };
  for (let index = 0; index < tokens.length; ) {
    const phrase = phrases.at(tokens, index);
    const end = phrase?.end ?? index + 1;
    const meant = phrase?.value.split(' ') ?? [repair(tokens[index]?.lower ?? '')];
    for (const [place, lower] of meant.entries()) {
      const token = tokens[index + place];
      if (token?.kind !== 'word' || token.lower === lower) continue;
      const replacement = likeCase(token.text, lower);
      edits.push({ kind: 'diacritic', start: token.start, end: token.end, replacement });
    }
    index = end;
  }
  return edits;
}

/** A word in lower case as it was meant; unchanged when no rule is sure. */
export function repairWord(word: string): string {
  if (word.length < 2 || word.length > 8) return word;
  const read = [...word].map((letter) => lookAlikes.get(letter) ?? letter).join('');
  const isPlain = /^[a-z]+$/.test(read);
  if (isPlain) return words.get(read) ?? read;
  const parts = withoutTone(read);
  if (parts === undefined) return read;
  const syllable = syllableOf(parts.letters);
  if (syllable !== undefined) {
    const lacksTone = endsInStop(syllable.rime) && parts.tone === 0;
    return (lacksTone && stops.get(read)) || read;
  }
  const letters = repairLetters(parts.letters);
  const repaired = syllableOf(letters);
  if (repaired === undefined) return read;
  const toned = parts.tone === 0 ? letters : withTone(letters, parts.tone, tonePlace(repaired));
  return stops.get(toned) ?? toned;
}

/** Letters of other alphabets, and of other keyboards, that stand for ours. */
const lookAlikes = new Map<string, string>([
  ...([
    ['ð', 'đ'],
    ['ɖ', 'đ'],
    ['ǎ', 'ă'],
    ['ĕ', 'ê'],
    ['ŏ', 'ô'],
    ['ŭ', 'ư'],
    ['ı', 'i'],
    ['ǒ', 'ô'],
  ] as const),
]);

/** Vowels that lost one of their marks: each of these clusters is written in one way only. */
function repairLetters(letters: string): string {
  const repaired = letters
    .replace(/uye(?=[nt])/, 'uyê')
    .replace(/(?<!u)ie(?=[a-zđ])/, 'iê')
    .replace(/^ye(?=[a-z])/, 'yê')
    .replace(/ưo/, 'ươ')
    .replace(/(?<!q)uơ(?=[a-z])/, 'ươ');
  if (!/(?<!q)uo(?=[a-z])/.test(repaired)) return repaired;
  return repaired.replace('uo', hornedStems.has(repaired) ? 'ươ' : 'uô');
}
