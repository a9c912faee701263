import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rulesPage } from '../../scripts/docs/rules-page.ts';

test('docs/rules.md says what the rules say', () => {
  const written = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');
  expect(
    written === `${rulesPage()}\n`,
    'docs/rules.md is out of date. Run "npm run docs" and commit the result.',
  ).toBe(true);
});
