import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const golden = join(import.meta.dirname, 'golden/clinic');
const page = readFileSync(join(import.meta.dirname, '../../../docs/client-values.md'), 'utf8');

test('the page about values shows what is generated, and code that is type-checked', () => {
  const files = [...readdirSync(join(golden, 'expected')).map((name) => `expected/${name}`), 'usage.ts'];
  const texts = files.map((name) => readFileSync(join(golden, name), 'utf8')).join('\n');
  const known = new Set(texts.split('\n').map((line) => line.trim()));
  const blocks = [...page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].filter(
    ([, language]) => language === 'ts' || !language,
  );
  const shown = blocks.flatMap(([, , block = '']) => block.trim().split('\n'));
  expect(shown.length).toBeGreaterThan(20);
  expect(shown.map((line) => line.trim()).filter((line) => !known.has(line))).toEqual([]);
});
