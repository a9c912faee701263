import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printLocation } from '../../../core/diagnostics/location.ts';
import { runtimeTypeNames, runtimeValueNames } from '../../../generators/typescript-client/runtime-names.ts';
import { typescriptClient } from '../../../generators/typescript-client/target.ts';
import { webSocketNames } from '../../../generators/typescript-client/websocket/names.ts';
import { contractFrom } from '../support/contract.ts';
import { typeCheck } from '../support/type-check.ts';

const golden = join(import.meta.dirname, 'golden');

describe.each(readdirSync(golden))('the WebSocket client for %s', (name) => {
  const contract = contractFrom(readFileSync(join(golden, name, 'asyncapi.yaml'), 'utf8'), 'asyncapi.yaml');
  const { files, diagnostics } = typescriptClient.generate(contract, { importExtension: '.js' });

  test('is what the golden folder holds; renew it with "npx vitest run tests/generators -u" and read the difference', async () => {
    const own = files.filter(({ path }) => !path.startsWith('runtime/'));
    const expected = join(golden, name, 'expected');
    for (const { path, text } of own) await expect(text).toMatchFileSnapshot(join(expected, path));
    const made = new Set([...own.map(({ path }) => path), 'findings.txt']);
    expect(existsSync(expected) ? readdirSync(expected).filter((path) => !made.has(path)) : []).toEqual([]);
  });

  test('reports what it cannot express, with positions', async () => {
    const lines = diagnostics.map(
      ({ location, severity, rule, message }) => `${printLocation(location)} ${severity} ${rule}  ${message}\n`,
    );
    await expect(lines.join('')).toMatchFileSnapshot(join(golden, name, 'expected/findings.txt'));
  });

  test.each(['nodenext', 'bundler'] as const)('type-checks under the strictest settings, %s', (mode) => {
    const usage = join(golden, name, 'usage.ts');
    const used = existsSync(usage) ? [{ path: 'usage.ts', text: readFileSync(usage, 'utf8') }] : [];
    expect(typeCheck([...files, ...used], mode)).toBe('');
  });

  test('takes no name that the generated files need themselves', () => {
    const needed = files
      .filter(({ path }) => path === 'index.ts' || path === 'websocket.ts')
      .flatMap(({ text }) => [...text.matchAll(/^(?:import|export) \{([^}]*)\} from '\.\/runtime/gm)])
      .flatMap(([, list = '']) => list.split(',').map((one) => one.replace(/^\s*(type )?/, '').trim()));
    const reserved = new Set([...runtimeTypeNames, ...runtimeValueNames, ...webSocketNames]);
    expect(needed).toContain('connectChannel');
    expect(needed.filter((one) => one !== '' && !reserved.has(one))).toEqual([]);
  });
});

test('a contract that speaks another protocol gets its types only', () => {
  const text = readFileSync(join(golden, 'market/asyncapi.yaml'), 'utf8')
    .replaceAll(/\bwss\b/g, 'mqtt')
    .replace('ws:', 'mqtt:');
  const { files } = typescriptClient.generate(contractFrom(text), { importExtension: '.js' });
  expect(files.map(({ path }) => path)).toEqual(['types.ts']);
});
