/** The tones by their place in this list: none, grave, acute, hook, tilde, dot below. */
export const tones = { none: 0, huyen: 1, sac: 2, hoi: 3, nga: 4, nang: 5 } as const;

const marks = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
const vowels = 'aăâeêioôơuưy';

const toneOf = new Map<string, { readonly base: string; readonly tone: number }>();
const withTones = new Map<string, string>();
for (const base of vowels) {
  for (const [tone, mark] of marks.entries()) {
    const letter = (base + mark).normalize('NFC');
    toneOf.set(letter, { base, tone });
    withTones.set(`${base}${tone}`, letter);
  }
}

const consonants = new Set('bcdđghklmnpqrstvx');

export interface Toneless {
  readonly letters: string;
  readonly tone: number;
  /** Where the tone mark stands; -1 when there is none. */
  readonly place: number;
}

/** A word in lower case without its tone; undefined when it has letters that Vietnamese has not, or two tones. */
export function withoutTone(word: string): Toneless | undefined {
  let letters = '';
  let tone = 0;
  let place = -1;
  for (const letter of word) {
    const vowel = toneOf.get(letter);
    if (vowel === undefined && !consonants.has(letter)) return undefined;
    if (vowel !== undefined && vowel.tone > 0) {
      if (tone > 0) return undefined;
      tone = vowel.tone;
      place = letters.length;
    }
    letters += vowel?.base ?? letter;
  }
  return { letters, tone, place };
}

/** Puts the tone on the letter at the place. */
export function withTone(letters: string, tone: number, place: number): string {
  const letter = withTones.get(`${letters[place]}${tone}`);
  return letter === undefined ? letters : letters.slice(0, place) + letter + letters.slice(place + 1);
}

/** Gives `after` the capitals that `before` has; `before` is of the same length or all in one case. */
export function likeCase(before: string, after: string): string {
  if (before === before.toLowerCase()) return after;
  if (before.length > 1 && before === before.toUpperCase()) return after.toUpperCase();
  if (before.length !== after.length) return after.slice(0, 1).toUpperCase() + after.slice(1);
  return [...after].map((letter, place) => (isUpper(before[place]) ? letter.toUpperCase() : letter)).join('');
}

function isUpper(letter = ''): boolean {
  return letter !== letter.toLowerCase();
}
