/**
 * Writes `docs/compat-rules.md` and a page for each compatibility rule in `docs/rules/` from the registry. `--check` writes
 * nothing and exits with 1 when they are not up to date.
 */
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compatDocs, mark } from './docs/compat-docs.ts';

const root = join(import.meta.dirname, '..');
const check = process.argv.includes('--check');
const pages = compatDocs();
const stale = [...pages].filter(([path, text]) => textOf(path) !== text);
const orphans = globSync('docs/rules/*.md', { cwd: root }).filter(
  (path) => !pages.has(path.replaceAll('\\', '/')) && textOf(path)?.includes(mark) === true,
);
if (!check) {
  for (const [path, text] of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const path of orphans) rmSync(join(root, path));
}
const count = stale.length + orphans.length;
if (count === 0) console.log('The pages are up to date.');
else if (!check) console.log(`${stale.length} pages written, ${orphans.length} removed.`);
else {
  console.log(`${count} pages are not up to date. Run "node scripts/docs-compat.ts".`);
  process.exitCode = 1;
}

function textOf(path: string): string | undefined {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
