import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resultOf } from '../../src/process-result.ts';
import { processText } from '../../src/text/process-text.ts';
import { lines, readPairs } from '../support/pairs.ts';

const sentences = [
  ...readPairs('figures').map(({ given }) => given),
  ...readPairs('everything').map(({ given }) => given),
  ...lines('pii-yes').map((line) => line.replaceAll(/\{[a-z-]+:([^}]*)\}/g, '$1')),
  ...['😀', 'e\u0301', '\uD83D', '  ', '[ABC]', '-----BEGIN', 'Ð', '1.000', '\n', 'HOÀ', 'a@b.vn', '"', '…', '\u00a0'],
];
const texts = fc
  .array(fc.oneof(fc.constantFrom(...sentences), fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 6 })
  .map((parts) => parts.join(' '));
const steps = fc.record(
  {
    tones: fc.boolean(),
    diacritics: fc.boolean(),
    figures: fc.boolean(),
    punctuation: fc.boolean(),
    redact: fc.boolean(),
  },
  { requiredKeys: [] },
);

const codePoints = (text: string): string[] => [...text];

test('spans and redactions are in order, apart, and say all that differs from the source', () => {
  fc.assert(
    fc.property(texts, steps, (text, options) => {
      const result = resultOf(processText(text, options), 'vi');
      if (result === 'too-much') throw new Error('The text is too long for a test.');
      const source = codePoints(text.normalize('NFC'));
      const written = codePoints(result.text);
      const changes = [...result.spans, ...result.redactions].toSorted(
        (a, b) => a.start - b.start || a.sourceStart - b.sourceStart,
      );
      let [from, to] = [0, 0];
      for (const { sourceStart, sourceEnd, start, end, replacement } of changes) {
        // What is between two changes is copied: nothing of the source is lost, and nothing is redacted outside.
        expect(written.slice(to, start)).toEqual(source.slice(from, sourceStart));
        expect(written.slice(start, end).join('')).toBe(replacement);
        expect(sourceEnd).toBeGreaterThanOrEqual(sourceStart);
        [from, to] = [sourceEnd, end];
      }
      expect(written.slice(to)).toEqual(source.slice(from));
    }),
    { numRuns: 1_500 },
  );
}, 120_000);

test('sentences are in order and leave out nothing but spaces', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { traced, sentences: places } = processText(text);
      let past = 0;
      for (const { start, end } of places) {
        expect(traced.text.slice(past, start).trim()).toBe('');
        expect(end).toBeGreaterThan(start);
        past = end;
      }
      expect(traced.text.slice(past).trim()).toBe('');
    }),
    { numRuns: 800 },
  );
}, 120_000);

test('every step that is off leaves the text in NFC as it was', () => {
  const off = { tones: false, diacritics: false, figures: false, punctuation: false, redact: false };
  fc.assert(
    fc.property(texts, (text) => processText(text, off).traced.text === text.normalize('NFC')),
    { numRuns: 500 },
  );
});

test('what was processed changes no more when only tones and diacritics are processed again', () => {
  const again = { figures: false, punctuation: false, redact: false };
  fc.assert(
    fc.property(fc.constantFrom(...sentences), (text) => {
      const once = processText(text, again).traced.text;
      return processText(once, again).traced.text === once;
    }),
    { numRuns: 300 },
  );
});
