import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Json } from '../../../core/source/json.ts';
import { printDataMember } from '../../../generators/hono-server/print-data.ts';

const biome = join(import.meta.dirname, '../../../node_modules/.bin/biome');

function formatted(text: string): string {
  const config = join(import.meta.dirname, '../../../biome.json');
  const args = ['format', `--config-path=${config}`, '--stdin-file-path=data.ts'];
  return execFileSync(biome, args, { input: text, encoding: 'utf8', maxBuffer: 1e8 });
}

function print(values: readonly Json[]): string {
  return values
    .map((value, i) => `export const value${i} = {\n  ${printDataMember('member', value, 2)},\n};\n`)
    .join('\n');
}

it('prints as the formatter would: short lists on one line, numbers filled, long texts below their names', () => {
  const long = 'x'.repeat(110);
  const values: Json[] = [
    ['a', 'b'],
    Array.from({ length: 80 }, (_, i) => i * 7),
    Array.from({ length: 30 }, (_, i) => `item ${i}`),
    [{ a: 1, b: 2 }, { c: 3 }],
    [
      { a: 1, b: 2 },
      { a: 3, b: 4 },
    ],
    [[1, 2], [3]],
    [
      [1, 2],
      [3, 4],
    ],
    { deep: [{ deeper: [[{ a: long }]] }] },
    { text: long, description: long, 'quoted-key': long, abcd: long, abc: `${long}${long}`, long: [long] },
    [-1, 2.5, ...Array.from({ length: 60 }, (_, i) => -i)],
  ];
  const text = print(values);
  expect(text).toBe(formatted(text));
});

const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.oneof(
      fc.string({ maxLength: 130, size: 'max' }).filter((text) => !text.includes("'") && !text.includes('"')),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    ),
    fc.array(tie('value'), { maxLength: 6, size: 'max' }),
    fc.array(fc.integer(), { maxLength: 60, size: 'max' }),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,12}$/), tie('value'), { maxKeys: 6, size: 'max' }),
  ),
})).value;

it('prints any value as the formatter would', () => {
  const text = print(fc.sample(json, { numRuns: 500, seed: 11 }));
  expect(text).toBe(formatted(text));
});
