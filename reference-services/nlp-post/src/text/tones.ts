import { likeCase, withoutTone, withTone } from './syllable/letters.ts';
import { syllableOf } from './syllable/syllable.ts';
import { tonePlace } from './syllable/tone-place.ts';
import type { Token } from './tokens.ts';
import type { Edit } from './trace/edit.ts';

/** Moves tone marks to their standard place: `hoà` and `hòa` become `hòa`. Words that are no syllables stay as they are. */
export function moveTones(tokens: readonly Token[]): Edit[] {
  const edits: Edit[] = [];
  // A text has few words that it has not had before.
  const known = new Map<string, string>();
  for (const { kind, text, lower, start, end } of tokens) {
    if (kind !== 'word' || lower.length < 2 || lower.length > 7) continue;
    const replacement = known.get(lower) ?? standardTone(lower);
    known.set(lower, replacement);
    if (replacement !== lower) edits.push({ kind: 'tone', start, end, replacement: likeCase(text, replacement) });
  }
  return edits;
}

/** A word in lower case with its tone mark in the standard place. */
export function standardTone(word: string): string {
  const parts = withoutTone(word);
  if (parts === undefined || parts.tone === 0) return word;
  const syllable = syllableOf(parts.letters);
  if (syllable === undefined) return word;
  const place = tonePlace(syllable);
  return place === parts.place ? word : withTone(parts.letters, parts.tone, place);
}
