import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ai2textRules } from '../../../core/rules/ai2text/index.ts';
import { findingsOf } from '../examples/findings-of.ts';
import { ruleFolders, testRules } from '../harness.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

testRules(folder, (path) => findingsOf(path, ai2textRules));

test('every rule has fixtures, and every folder of fixtures a rule', () => {
  expect(ruleFolders(folder)).toEqual(ai2textRules.map(({ id }) => id).sort());
});
