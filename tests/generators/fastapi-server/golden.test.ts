import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fastapiServer } from '../../../generators/fastapi-server/target.ts';
import { contractFrom } from '../support/contract.ts';

const expected = join(import.meta.dirname, 'golden/workshop');
const contract = contractFrom(
  readFileSync(join(import.meta.dirname, '../python-client/golden/workshop/openapi.yaml'), 'utf8'),
);
const { files, diagnostics } = fastapiServer.generate(contract, { importExtension: '.js' });
const own = files.filter(({ path }) => !path.startsWith('runtime/'));

test('the server is what the golden folder holds; renew it with "npx vitest run tests/generators -u" and read the difference', async () => {
  for (const { path, text } of own) await expect(text).toMatchFileSnapshot(join(expected, path));
  const made = new Set(own.map(({ path }) => path));
  expect(readdirSync(expected).filter((path) => !made.has(path))).toEqual([]);
});

test('what it leaves to people is reported', () => {
  expect(diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
    'info unsupported-enum',
    ...Array.from({ length: 5 }, () => 'info unsupported-security'),
    'info unsupported-webhook',
  ]);
});

test('its runtime is its own, and what it shares with the client', () => {
  const runtime = join(import.meta.dirname, '../../../generators/fastapi-server/runtime');
  const shared = ['discriminate.py', 'media_type.py', 'model.py'];
  const copied = files
    .filter(({ path }) => path.startsWith('runtime/'))
    .map(({ path }) => path.slice('runtime/'.length));
  const present = readdirSync(runtime).filter((name) => name.endsWith('.py'));
  expect(copied).toEqual([...present, ...shared].sort());
});
