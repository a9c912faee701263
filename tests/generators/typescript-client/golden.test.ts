import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printLocation } from '../../../core/diagnostics/location.ts';
import { runtimeTypeNames, runtimeValueNames } from '../../../generators/typescript-client/runtime-names.ts';
import { typescriptClient } from '../../../generators/typescript-client/target.ts';
import { contractFrom } from '../support/contract.ts';
import { typeCheck } from '../support/type-check.ts';

const golden = join(import.meta.dirname, 'golden');
const runtime = join(import.meta.dirname, '../../../generators/typescript-client/runtime');

describe.each(readdirSync(golden))('the client for %s', (name) => {
  const file = readdirSync(join(golden, name)).find((entry) => /^(openapi|asyncapi)\.yaml$/.test(entry)) ?? '';
  const contract = contractFrom(readFileSync(join(golden, name, file), 'utf8'), file);
  const { files, diagnostics } = typescriptClient.generate(contract, { importExtension: '.js' });
  const own = files.filter(({ path }) => !path.startsWith('runtime/'));

  test('is what the golden folder holds; renew it with "npx vitest run tests/generators -u" and read the difference', async () => {
    for (const { path, text } of own) await expect(text).toMatchFileSnapshot(join(golden, name, 'expected', path));
    const made = new Set([...own.map(({ path }) => path), 'findings.txt']);
    const expected = join(golden, name, 'expected');
    const there = existsSync(expected) ? readdirSync(expected) : [];
    expect(there.filter((path) => !made.has(path))).toEqual([]);
  });

  test('reports what it cannot express, with positions', async () => {
    const lines = diagnostics.map(
      ({ location, severity, rule, message }) => `${printLocation(location)} ${severity} ${rule}  ${message}\n`,
    );
    await expect(lines.join('')).toMatchFileSnapshot(join(golden, name, 'expected/findings.txt'));
  });

  test.each(['nodenext', 'bundler'] as const)('type-checks under the strictest settings, %s', (mode) => {
    expect(typeCheck(files, mode)).toBe('');
  });
});

test.each(readdirSync(golden).filter((name) => existsSync(join(golden, name, 'usage.ts'))))(
  'the types of %s accept right use and refuse wrong use',
  (name) => {
    const contract = contractFrom(readFileSync(join(golden, name, 'openapi.yaml'), 'utf8'));
    const { files } = typescriptClient.generate(contract, { importExtension: '.js' });
    const usage = { path: 'usage.ts', text: readFileSync(join(golden, name, 'usage.ts'), 'utf8') };
    expect(typeCheck([...files, usage], 'nodenext')).toBe('');
  },
);

test('of the runtime, what the contract calls for is copied, with the import ending that was asked for', () => {
  const contract = contractFrom('openapi: 3.1.1\ninfo: { title: t, version: 1.0.0 }\npaths: {}\n');
  const whole = contractFrom(readFileSync(join(golden, 'job-queue/openapi.yaml'), 'utf8'));
  const copied = (of: typeof contract, importExtension: '.js' | '.ts' | '' = '.js') =>
    typescriptClient.generate(of, { importExtension }).files.filter(({ path }) => path.startsWith('runtime/'));
  const names = (of: typeof contract) => copied(of).map(({ path }) => path.slice('runtime/'.length));
  const onDemand = ['bind.ts', 'json-sequence.ts', 'pages.ts', 'refreshing.ts', 'sequence.ts', 'server-sent-events.ts'];
  expect(names(whole)).toEqual(readdirSync(runtime).sort());
  expect(names(contract)).toEqual(
    readdirSync(runtime)
      .sort()
      .filter((name) => !onDemand.includes(name)),
  );
  for (const importExtension of ['.js', '.ts', ''] as const) {
    const specifiers = copied(whole, importExtension).flatMap(({ text }) =>
      [...text.matchAll(/ from '(\.[^']*)';/g)].map((match) => match[1] ?? ''),
    );
    expect(specifiers.length).toBeGreaterThan(20);
    for (const specifier of specifiers) expect(specifier.replace(/^\.\/(runtime\/)?[a-z-]+/, '')).toBe(importExtension);
  }
});

test('no schema or operation may take a name that the generated files need themselves', () => {
  const contract = contractFrom(readFileSync(join(golden, 'job-queue/openapi.yaml'), 'utf8'));
  const { files } = typescriptClient.generate(contract, { importExtension: '.js' });
  const lists = files
    .filter(({ path }) => ['index.ts', 'operations.ts'].includes(path))
    .flatMap(({ text }) => [...text.matchAll(/^(?:import|export)(?: type)? \{([^}]*)\} from '\.\/(?!types)/gm)]);
  const needed = lists.flatMap((list) =>
    (list[1] ?? '').split(',').map((name) => name.replace(/^\s*(type )?/, '').trim()),
  );
  const reserved = new Set([...runtimeTypeNames, ...runtimeValueNames]);
  expect(needed.length).toBeGreaterThan(20);
  expect(needed.filter((name) => name !== '' && !reserved.has(name))).toEqual([]);
});

test('the same contract gives the same bytes', () => {
  const text = readFileSync(join(golden, 'tool-library/openapi.yaml'), 'utf8');
  const make = () => typescriptClient.generate(contractFrom(text), { importExtension: '.js' }).files;
  expect(make()).toEqual(make());
});
