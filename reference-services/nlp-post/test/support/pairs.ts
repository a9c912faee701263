import { readFileSync } from 'node:fs';

export interface PairCase {
  readonly given: string;
  readonly expected: string;
}

/** Hand-written pairs, one a line: what was heard, a bar, what is to be written. Lines with # are titles. */
export function readPairs(name: string): readonly PairCase[] {
  return lines(name).map((line) => {
    const [given = '', expected = ''] = line.split('|');
    return { given, expected };
  });
}

/** The lines of a file of test data, without titles. */
export function lines(name: string): readonly string[] {
  const text = readFileSync(new URL(`../data/${name}.txt`, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}
