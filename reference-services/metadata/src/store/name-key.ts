/** The Vietnamese alphabet. The foreign letters f, j, w and z stand where dictionaries put them. */
const alphabet = [...'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'];
/** Tone marks in the order in which dictionaries sort them: none, grave, hook above, tilde, acute, dot below. */
const tones = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const longest = 120;

/**
 * Text that sorts by its bytes as the name sorts in a Vietnamese dictionary: letters first, tone marks only between names
 * that are otherwise the same. It is plain ASCII for Vietnamese names and short enough to travel in a cursor.
 */
export function nameKey(name: string): string {
  let letters = '';
  let marks = '';
  for (const syllable of foldName(name).split(/\s+/)) {
    const tone = tones.findIndex((mark) => syllable.normalize('NFD').includes(mark)) + 1;
    letters += `${[...withoutTone(syllable)].map(letterKey).join('')}-`;
    marks += tone;
  }
  return `${letters.slice(0, -1).slice(0, longest)}!${marks.slice(0, longest / 2)}`;
}

/** One form for names that differ in letter case only. Tone marks stay. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase().trim();
}

function withoutTone(syllable: string): string {
  return syllable
    .normalize('NFD')
    .replace(/[\u0300\u0309\u0303\u0301\u0323]/g, '')
    .normalize('NFC');
}

/** Letters become `A`–`a`; digits stay before them; whatever else there is follows by code point. */
function letterKey(letter: string): string {
  const place = alphabet.indexOf(letter);
  if (place >= 0) return String.fromCharCode(65 + place);
  if (/^[0-9]$/.test(letter)) return letter;
  return `~${(letter.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`;
}
