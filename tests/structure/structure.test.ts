import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { detectDialect } from '../../core/contract/dialect.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { Node } from '../../core/source/node.ts';
import { parseSource } from '../../core/source/parse.ts';
import { checkStructure, structureRules } from '../../core/structure/index.ts';

const fixtures = new URL('./fixtures/', import.meta.url);
const names = readdirSync(fixtures).filter((name) => name.endsWith('.yaml'));

describe('every finding of a document is one sentence at the broken place', () => {
  test.for(names)('%s', async (name) => {
    const findings = await check(readFileSync(new URL(name, fixtures), 'utf8'));
    const expected = new URL(name.replace('.yaml', '.txt'), fixtures).pathname;
    await expect(findings.map(print).join('')).toMatchFileSnapshot(expected);
  });
});

test('legal documents that validators often refuse pass', async () => {
  expect(await check(readFileSync(new URL('legal-oddities-3.0.yaml', fixtures), 'utf8'))).toEqual([]);
});

test('every rule that speaks is described', async () => {
  const described: readonly string[] = structureRules.map(({ id }) => id);
  for (const name of names) {
    const findings = await check(readFileSync(new URL(name, fixtures), 'utf8'));
    expect(findings.filter(({ rule }) => !described.includes(rule))).toEqual([]);
  }
});

test('a value from another file is checked as what it is used for', async () => {
  const { source } = parseSource('schema.yaml', 'type: objct\nproperties: {a: {$ref: "#/a"}}\n');
  const dialect = { spec: 'openapi', version: '3.0.3', line: '3.0' } as const;
  const asSchema = await checkStructure(Node.root(source), dialect, 'schema');
  expect(asSchema.map(print)).toEqual([
    '1:7 error structure-value "type" must be "array", "boolean", "integer", "number", "object" or "string", but is "objct". Did you mean "object"?\n',
  ]);
  expect(await checkStructure(Node.root(source), dialect, 'correlationId')).toEqual([]);
});

test('a document with thousands of faults yields 200 findings and says that there are more', async () => {
  const paths = Array.from({ length: 3000 }, (_, i) => `  /p${i}: {gett: {}}\n`).join('');
  const findings = await check(`openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths:\n${paths}`);
  expect(findings).toHaveLength(201);
  expect(print(findings[200] as Diagnostic)).toBe(
    '1:1 info structure-value About 2800 more findings like these were left out. Mend some of these and run again.\n',
  );
});

test('hundreds of thousands of faults do not exhaust the stack', async () => {
  const keys = Array.from({ length: 300_000 }, (_, i) => `k${i}: 1`).join(', ');
  const findings = await check(`openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {${keys}}\n`);
  expect(findings).toHaveLength(201);
});

test('nested choices are explained in time that grows with the text', async () => {
  const deep = '{additionalProperties: '.repeat(90);
  const text = `openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents: {schemas: {A: ${deep}{typ: x}${'}'.repeat(90)}}}\n`;
  const findings = await check(text);
  expect(findings.map(({ rule }) => rule)).toEqual(['structure-unknown-key']);
});

async function check(text: string): Promise<readonly Diagnostic[]> {
  const { source, diagnostics } = parseSource('contract.yaml', text);
  expect(diagnostics).toEqual([]);
  const root = Node.root(source);
  const dialect = detectDialect(root);
  const assumed = { spec: 'openapi', version: '3.0.3', line: '3.0' } as const;
  return checkStructure(root, 'rule' in dialect ? assumed : dialect, 'document');
}

function print({ location, severity, rule, message }: Diagnostic): string {
  const { line, column } = location.range.start;
  return `${line}:${column} ${severity} ${rule} ${message}\n`;
}
