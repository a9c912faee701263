import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { printLocation } from '../../../core/diagnostics/location.ts';
import { typescriptClient } from '../../../generators/typescript-client/target.ts';
import { contractFrom } from '../support/contract.ts';
import { typeCheck } from '../support/type-check.ts';

const folder = join(import.meta.dirname, 'golden/clinic');
const contract = contractFrom(readFileSync(join(folder, 'openapi.yaml'), 'utf8'));
const settings = { dates: 'Date', int64: 'bigint', brandedIds: true };
const { files, diagnostics } = typescriptClient.generate(contract, { importExtension: '.js', settings });

test('a client with dates, bigints and branded ids is what the golden folder holds', async () => {
  for (const path of ['types.ts', 'operations.ts', 'values.ts']) {
    const text = files.find((file) => file.path === path)?.text;
    await expect(text).toMatchFileSnapshot(join(folder, 'expected', path));
  }
  const lines = diagnostics.map(
    ({ location, severity, rule, message }) => `${printLocation(location)} ${severity} ${rule}  ${message}\n`,
  );
  await expect(lines.join('')).toMatchFileSnapshot(join(folder, 'expected/findings.txt'));
});

test.each(['nodenext', 'bundler'] as const)('it type-checks under the strictest settings, %s', (mode) => {
  const usage = { path: 'usage.ts', text: readFileSync(join(folder, 'usage.ts'), 'utf8') };
  expect(typeCheck([...files, usage], mode)).toBe('');
});
