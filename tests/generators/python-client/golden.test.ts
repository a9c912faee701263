import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printLocation } from '../../../core/diagnostics/location.ts';
import { pythonClient } from '../../../generators/python-client/target.ts';
import { contractFrom } from '../support/contract.ts';

const golden = join(import.meta.dirname, 'golden');
const runtime = join(import.meta.dirname, '../../../generators/python-client/runtime');

describe.each(readdirSync(golden))('the Python client for %s', (name) => {
  const contract = contractFrom(readFileSync(join(golden, name, 'openapi.yaml'), 'utf8'));
  const { files, diagnostics } = pythonClient.generate(contract, { importExtension: '.js' });
  const own = files.filter(({ path }) => !path.startsWith('runtime/'));
  const expected = join(golden, name, 'expected');

  test('is what the golden folder holds; renew it with "npx vitest run tests/generators -u" and read the difference', async () => {
    for (const { path, text } of own) await expect(text).toMatchFileSnapshot(join(expected, path));
    const made = new Set([...own.map(({ path }) => path), 'findings.txt']);
    const there = existsSync(expected) ? readdirSync(expected) : [];
    expect(there.filter((path) => !made.has(path))).toEqual([]);
  });

  test('reports what it cannot express, with positions', async () => {
    const lines = diagnostics.map(
      ({ location, severity, rule, message }) => `${printLocation(location)} ${severity} ${rule}  ${message}\n`,
    );
    await expect(lines.join('')).toMatchFileSnapshot(join(expected, 'findings.txt'));
  });

  test('is the same bytes each time', () => {
    expect(pythonClient.generate(contract, { importExtension: '.js' }).files).toEqual(files);
  });
});

test('the runtime is copied whole', () => {
  const contract = contractFrom('openapi: 3.1.1\ninfo: { title: t, version: 1.0.0 }\npaths: {}\n');
  const { files } = pythonClient.generate(contract, { importExtension: '.js' });
  const copied = files
    .filter(({ path }) => path.startsWith('runtime/'))
    .map(({ path }) => path.slice('runtime/'.length));
  expect(copied).toEqual(
    readdirSync(runtime)
      .filter((name) => name.endsWith('.py'))
      .sort(),
  );
});
