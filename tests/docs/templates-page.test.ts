import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { templatesPage } from '../../scripts/docs/templates-page.ts';

test('docs/templates.md lists what templates are given', async () => {
  const written = readFileSync(new URL('../../docs/templates.md', import.meta.url), 'utf8');
  expect(
    written === `${await templatesPage()}\n`,
    'docs/templates.md is out of date. Run "npm run docs" and commit the result.',
  ).toBe(true);
});
