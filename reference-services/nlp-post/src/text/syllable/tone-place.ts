import type { Syllable } from './syllable.ts';

/**
 * The letter that carries the tone, in the traditional way of writing, which newspapers use: `hòa`, `khỏe`, `thúy`, and
 * `hoàn`, `quý` as in the other way.
 */
export function tonePlace({ onset, rime }: Syllable): number {
  return onset.length + placeInRime(rime);
}

function placeInRime(rime: string): number {
  const marked = Math.max(...[...'ăâêôơ'].map((letter) => rime.indexOf(letter)));
  if (marked >= 0) return marked;
  const horned = rime.indexOf('ư');
  if (horned >= 0) return horned;
  const cluster = rime.search(/[^aeiouy]/);
  const vowels = cluster < 0 ? rime.length : cluster;
  if (vowels === 1) return 0;
  if (vowels < rime.length) return vowels - 1;
  return vowels === 2 ? 0 : 1;
}
