import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printLocation } from '../../../core/diagnostics/location.ts';
import { socketServerNames } from '../../../generators/websocket-server/names.ts';
import { websocketServer } from '../../../generators/websocket-server/target.ts';
import { compileAll } from '../random/compile-all.ts';
import { contractFrom } from '../support/contract.ts';

/** The contracts of the client's golden folders. */
const contracts = join(import.meta.dirname, '../typescript-client-websocket/golden');
const golden = join(import.meta.dirname, 'golden');
const generate = (text: string) =>
  websocketServer.generate(contractFrom(text, 'asyncapi.yaml'), { importExtension: '.js' });

describe.each(readdirSync(contracts))('the WebSocket server for %s', (name) => {
  const { files, diagnostics } = generate(readFileSync(join(contracts, name, 'asyncapi.yaml'), 'utf8'));

  test('is what the golden folder holds; renew it with "npx vitest run tests/generators -u" and read the difference', async () => {
    const own = files.filter(({ path }) => !path.startsWith('runtime/'));
    for (const { path, text } of own) await expect(text).toMatchFileSnapshot(join(golden, name, path));
    const made = new Set([...own.map(({ path }) => path), 'findings.txt', 'usage.ts']);
    const there = existsSync(join(golden, name)) ? readdirSync(join(golden, name)) : [];
    expect(there.filter((path) => !made.has(path))).toEqual([]);
  });

  test('reports what it cannot express, with positions', async () => {
    const lines = diagnostics.map(
      ({ location, severity, rule, message }) => `${printLocation(location)} ${severity} ${rule}  ${message}\n`,
    );
    await expect(lines.join('')).toMatchFileSnapshot(join(golden, name, 'findings.txt'));
  });

  test('type-checks under the strictest settings', () => {
    expect(compileAll([{ target: 'websocket-server', files }])).toEqual([]);
  });

  test('takes no name that the generated files need themselves', () => {
    const needed = files
      .filter(({ path }) => path === 'index.ts' || path === 'websocket.ts')
      .flatMap(({ text }) => [...text.matchAll(/^(?:import|export) \{([^}]*)\} from '\.\/(?:runtime|schemas)/gm)])
      .flatMap(([, list = '']) => list.split(',').map((one) => one.replace(/^\s*(type )?/, '').trim()));
    expect(needed).toContain('handleSockets');
    expect(needed.filter((one) => one !== '' && !socketServerNames.includes(one))).toEqual([]);
  });
});

test('the generated types accept right use and refuse wrong use', () => {
  const { files } = generate(readFileSync(join(contracts, 'dictation/asyncapi.yaml'), 'utf8'));
  const usage = { path: 'usage.ts', text: readFileSync(join(golden, 'dictation/usage.ts'), 'utf8') };
  expect(compileAll([{ target: 'websocket-server', files: [...files, usage] }])).toEqual([]);
});

test('a contract that speaks another protocol gets its types, and a finding', () => {
  const text = readFileSync(join(contracts, 'calls/asyncapi.yaml'), 'utf8').replaceAll(/\bwss\b/g, 'mqtt');
  const { files, diagnostics } = generate(text);
  expect(files.map(({ path }) => path)).toEqual(['types.ts']);
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['unsupported-contract']);
});
