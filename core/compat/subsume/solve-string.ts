import { hasFormat } from '../../schema/formats.ts';
import type { Acceptance } from './accept.ts';
import type { Atom, StringAtom } from './atom.ts';
import { includes, isDefined, outlineOf, samplesOf } from './format-facts.ts';
import type { Languages } from './language/languages.ts';
import { none, type Solution, solved, unsure } from './solution.ts';

const endless = Number.POSITIVE_INFINITY;

/** A text that satisfies all of the atoms: a familiar one when possible, else a shortest one of the regular language. */
export function solveString(atoms: readonly Atom[], acceptance: Acceptance, languages: Languages): Solution {
  const length = lengthOf(atoms);
  if (length.min > length.max) return none;
  const formats = atoms.filter((atom) => atom.kind === 'format');
  if (contradict(formats)) return none;
  const unknown = formats.find(({ format }) => !isDefined(format));
  if (unknown !== undefined) {
    return unsure(`the format ${unknown.format} has no definition to compare by`);
  }
  const test = (text: string) => satisfies(text, { atoms, length, acceptance });
  const familiar = familiarTexts(formats, length).find(test);
  if (familiar !== undefined) return solved(familiar);
  return searchLanguage(atoms, { length, test, languages });
}

interface Length {
  readonly min: number;
  readonly max: number;
}

type FormatAtom = Extract<StringAtom, { kind: 'format' }>;

function lengthOf(atoms: readonly Atom[]): Length {
  let length: Length = { min: 0, max: endless };
  for (const atom of atoms) {
    if (atom.kind !== 'length') continue;
    length = { min: Math.max(length.min, atom.min), max: Math.min(length.max, atom.max) };
  }
  return length;
}

/** A text has one format and lacks another that includes it. */
function contradict(formats: readonly FormatAtom[]): boolean {
  return formats.some(
    (one) => one.holds && formats.some((other) => !other.holds && includes(other.format, one.format)),
  );
}

interface Test {
  readonly atoms: readonly Atom[];
  readonly length: Length;
  readonly acceptance: Acceptance;
}

function satisfies(text: string, { atoms, length, acceptance }: Test): boolean {
  const size = [...text].length;
  if (size < length.min || size > length.max) return false;
  return atoms.every((atom) => {
    if (atom.kind === 'pattern') return acceptance.matches(atom.pattern, text) === atom.holds;
    if (atom.kind === 'format') return hasFormat(text, atom.format) === atom.holds;
    if (atom.kind === 'not-in') return !atom.values.includes(text);
    return true;
  });
}

const longestWritten = 10_000;

function familiarTexts(formats: readonly FormatAtom[], length: Length): readonly string[] {
  const wanted = formats.filter(({ holds }) => holds).flatMap(({ format }) => samplesOf(format));
  const unwanted = formats.filter(({ holds }) => !holds).flatMap(({ format }) => nearMisses[format] ?? []);
  const plain = ['text', 'a', 'other', 'A', '0', '1', '', 'some text', 'b', 'x-1', '-', ' ', '\n', '😀'];
  const sized = [length.min, length.max === endless ? length.min + 1 : length.max, length.min + 1]
    .filter((size) => size > 0 && size <= longestWritten)
    .flatMap((size) => ['a'.repeat(size), '0'.repeat(size)]);
  return [...wanted, ...unwanted, ...plain, ...sized];
}

/** Texts that look like a format and lack it. */
const nearMisses: Readonly<Record<string, readonly string[]>> = {
  date: ['31.01.2026', 'yesterday'],
  'date-time': ['2026-01-31', 'yesterday'],
  email: ['user', 'user at example.com'],
  uuid: ['not-a-uuid', '42'],
  uri: ['/items/1', 'example'],
  ipv4: ['999.0.0.1'],
  hostname: ['-', 'a_b'],
};

interface Search {
  readonly length: Length;
  readonly test: (text: string) => boolean;
  readonly languages: Languages;
}

function searchLanguage(atoms: readonly Atom[], { length, test, languages }: Search): Solution {
  const positive: string[] = [];
  const negative: string[] = [];
  const barred: string[] = [];
  let exact = true;
  for (const atom of atoms) {
    if (atom.kind === 'pattern') (atom.holds ? positive : negative).push(atom.pattern);
    if (atom.kind === 'not-in') barred.push(...atom.values.filter((value) => typeof value === 'string'));
    if (atom.kind === 'format') {
      exact = false;
      const outline = outlineOf(atom.format);
      if (atom.holds && outline !== undefined) positive.push(outline);
    }
  }
  const found = languages.search({ positive, negative, barred, ...length });
  if (found.kind === 'empty') return none;
  if (found.kind === 'found' && test(found.text)) return solved(found.text);
  if (found.kind === 'unsure') return unsure(found.reason);
  return unsure(exact ? 'a pattern is read in two ways' : 'no text was found that has one format and lacks the other');
}
