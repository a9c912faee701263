import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { detectDialect } from '../../../core/contract/dialect.ts';
import { readContract } from '../../../core/contract/read.ts';
import type { Diagnostic } from '../../../core/diagnostics/diagnostic.ts';
import { openApiRules } from '../../../core/rules/openapi/index.ts';
import { projectFiles } from '../../../core/source/files.ts';
import { Workspace } from '../../../core/source/workspace.ts';
import { ruleFolders, testRules } from '../harness.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

testRules(folder, findings);

test('every rule has fixtures, and every folder of fixtures a rule', () => {
  expect(ruleFolders(folder)).toEqual(openApiRules.map(({ id }) => id).sort());
});

test('every rule stands in a file of its own name', () => {
  const source = readFileSync(new URL('../../../core/rules/openapi/index.ts', import.meta.url), 'utf8');
  const files = [...source.matchAll(/from '\.\/([a-z-]+)\.ts'/g)].map(([, name]) => name);
  expect(files.sort()).toEqual(openApiRules.map(({ id }) => id).sort());
});

/** What reading and the rules of this folder find; the structure check has tests of its own. */
function findings(path: string): readonly Diagnostic[] {
  const workspace = new Workspace({ files: projectFiles(dirname(path)) });
  const root = workspace.open(basename(path));
  if ('refusal' in root) throw new Error(root.refusal);
  const dialect = detectDialect(root);
  if ('rule' in dialect) throw new Error(dialect.message);
  const { contract, diagnostics } = readContract(root, dialect, workspace);
  const found = [...workspace.diagnostics, ...diagnostics];
  for (const { id, severity, check } of openApiRules) {
    check(contract, (finding) => found.push({ rule: id, severity, ...finding }));
  }
  return found;
}
