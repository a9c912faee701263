import { describe, expect, test } from 'vitest';
import { processText, type Steps } from '../../src/text/process-text.ts';
import { speakFigures } from '../../src/text/spoken/speak.ts';
import { readPairs } from '../support/pairs.ts';

const nothing = { tones: false, diacritics: false, figures: false, punctuation: false, redact: false };

const only = (steps: Steps) => (text: string) => processText(text, { ...nothing, ...steps }).traced.text;

describe.each([
  ['tones', only({ tones: true })],
  ['diacritics', only({ diacritics: true })],
  ['figures', only({ figures: true })],
  ['punctuation', only({ punctuation: true })],
  ['spoken', (text: string) => speakFigures(text).text],
  ['everything', (text: string) => processText(text).traced.text],
] as const)('%s', (name, write) => {
  test.each(readPairs(name))('$given → $expected', ({ given, expected }) => {
    expect(write(given)).toBe(expected);
  });
});

test('there are at least four hundred pairs, and none twice', () => {
  const names = ['tones', 'diacritics', 'figures', 'punctuation', 'spoken', 'everything'];
  const all = names.flatMap((name) => readPairs(name).map(({ given }) => `${name} ${given}`));
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(400);
});
