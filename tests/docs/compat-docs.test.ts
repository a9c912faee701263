import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compatDocs, mark } from '../../scripts/docs/compat-docs.ts';

const root = join(import.meta.dirname, '../..');

test('each compatibility rule has its page, as "node scripts/docs-compat.ts" prints it', () => {
  const pages = compatDocs();
  const stale = [...pages].filter(([path, text]) => {
    const file = join(root, path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== text;
  });
  const orphans = globSync('docs/rules/*.md', { cwd: root }).filter(
    (path) => !pages.has(path) && readFileSync(join(root, path), 'utf8').includes(mark),
  );
  expect([...stale.map(([path]) => path), ...orphans]).toEqual([]);
});
