import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paintDiff } from '../../cli/generate/paint-diff.ts';
import { unifiedDiff } from '../../cli/generate/unified-diff.ts';

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${from + index}\n`).join('');

test('a change shows three lines around it, and changes near each other as one', () => {
  const before = numbered(1, 30);
  const after = before.replace('5\n', 'five\n').replace('10\n', '').replace('28\n', '28\nmore\n');
  expect(unifiedDiff({ path: 'x.ts', before, after })).toBe(`--- a/x.ts
+++ b/x.ts
@@ -2,12 +2,11 @@
 2
 3
 4
-5
+five
 6
 7
 8
 9
-10
 11
 12
 13
@@ -26,5 +25,6 @@
 26
 27
 28
+more
 29
 30
`);
});

test('a file that comes, one that goes, and one that stays', () => {
  expect(unifiedDiff({ path: 'x', before: undefined, after: 'a\nb\n' })).toBe(
    '--- /dev/null\n+++ b/x\n@@ -0,0 +1,2 @@\n+a\n+b\n',
  );
  expect(unifiedDiff({ path: 'x', before: 'a\n', after: undefined })).toBe(
    '--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n',
  );
  expect(unifiedDiff({ path: 'x', before: 'a\n', after: 'a\n' })).toBe('');
});

test('a missing line break at the end is a difference of its own', () => {
  expect(unifiedDiff({ path: 'x', before: 'a', after: 'a\n' })).toBe(
    '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n',
  );
});

test('texts without much in common are replaced as a whole, in time', () => {
  const text = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word} ${index}\n`).join('');
  const diff = unifiedDiff({ path: 'x', before: text('a'), after: text('b') });
  expect(diff.startsWith('--- a/x\n+++ b/x\n@@ -1,20000 +1,20000 @@\n-a 0\n')).toBe(true);
});

test('git applies the diff of any two texts and gets the second', () => {
  const folder = mkdtempSync(join(tmpdir(), 'diff-'));
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', '', '+x', '-y'), { maxLength: 12 });
  const texts = fc.tuple(lines, fc.boolean()).map(([all, ends]) => all.join('\n') + (ends ? '\n' : ''));
  try {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        fc.pre(before !== '' && after !== '' && before !== after);
        writeFileSync(join(folder, 'x'), before);
        const input = unifiedDiff({ path: 'x', before, after });
        execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder, input });
        expect(readFileSync(join(folder, 'x'), 'utf8')).toBe(after);
      }),
      { numRuns: 60 },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('on a terminal a diff has the colours of git', () => {
  const diff = unifiedDiff({ path: 'x', before: 'a\nb\n', after: 'a\nc\n' });
  expect(paintDiff(diff)).toBe(
    '\u001b[1m--- a/x\u001b[0m\n\u001b[1m+++ b/x\u001b[0m\n\u001b[36m@@ -1,2 +1,2 @@\u001b[0m\n a\n\u001b[31m-b\u001b[0m\n\u001b[32m+c\u001b[0m\n',
  );
});
