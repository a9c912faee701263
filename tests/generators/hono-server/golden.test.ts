import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printLocation } from '../../../core/diagnostics/location.ts';
import { honoServer } from '../../../generators/hono-server/target.ts';
import { contractFrom } from '../support/contract.ts';
import { compile, settings } from './compile.ts';
import { generateInto } from './generate.ts';

const golden = join(import.meta.dirname, 'golden');

describe.each(readdirSync(golden))('the server for %s', (name) => {
  const folder = join(golden, name);
  const contract = contractFrom(readFileSync(join(folder, 'openapi.yaml'), 'utf8'));
  const { files, diagnostics } = honoServer.generate(contract, { importExtension: '.ts' });
  const own = files.filter(({ path }) => !path.includes('/'));

  test('is what the golden folder holds; renew it with "npx vitest run tests/generators/hono-server -u" and read the difference', async () => {
    for (const { path, text } of own) await expect(text).toMatchFileSnapshot(join(folder, 'expected', path));
    const made = new Set([...own.map(({ path }) => path), 'findings.txt']);
    const there = existsSync(join(folder, 'expected')) ? readdirSync(join(folder, 'expected')) : [];
    expect(there.filter((path) => !made.has(path))).toEqual([]);
  });

  test('reports what it leaves to others, with positions', async () => {
    const lines = diagnostics.map(
      ({ location, severity, rule, message }) => `${printLocation(location)} ${severity} ${rule}  ${message}\n`,
    );
    await expect(lines.join('')).toMatchFileSnapshot(join(folder, 'expected/findings.txt'));
  });

  test.each(settings)('type-checks together with the handlers beside it, %s', async (_, importExtension, options) => {
    const written = generateInto(honoServer, contract, importExtension);
    const handlers = readFileSync(join(folder, 'handlers.ts'), 'utf8');
    const text = handlers.replaceAll(/'\.\/expected\/(\w+)\.ts'/g, `'./$1${importExtension}'`);
    const complaints = await compile(written, options, { 'own-handlers.ts': text });
    written.remove();
    expect(complaints).toEqual([]);
  });
});
