import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readAsyncApi } from '../../../core/contract/asyncapi/read.ts';
import { detectDialect } from '../../../core/contract/dialect.ts';
import { References } from '../../../core/contract/references.ts';
import { type Diagnostic, sortDiagnostics } from '../../../core/diagnostics/diagnostic.ts';
import { asyncApiRules } from '../../../core/rules/asyncapi/index.ts';
import { projectFiles } from '../../../core/source/files.ts';
import { Workspace } from '../../../core/source/workspace.ts';
import { checkStructure } from '../../../core/structure/index.ts';
import { ruleFolders, testRules } from '../harness.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

testRules(folder, findings);

test('every rule has fixtures, and every folder of fixtures a rule', () => {
  expect(ruleFolders(folder)).toEqual(asyncApiRules.map(({ id }) => id).sort());
});

test('every rule stands in a file of its own name', () => {
  const source = readFileSync(new URL('../../../core/rules/asyncapi/index.ts', import.meta.url), 'utf8');
  const files = [...source.matchAll(/from '\.\/([a-z-]+)\.ts'/g)].map(([, name]) => name);
  expect(files.sort()).toEqual(asyncApiRules.map(({ id }) => id).sort());
});

test('each fault in a fixture is found once, by its own rule and by neither another nor the structure check', async () => {
  for (const path of fixtures()) {
    const found = sortDiagnostics(await findings(path));
    const lines = found.map(({ rule, location }) => `${location.range.start.line} ${rule}`);
    const wanted = [...readFileSync(path, 'utf8').split('\n').entries()].flatMap(([i, line]) => {
      const rule = /# want (\S+)$/.exec(line)?.[1];
      return rule === undefined ? [] : [`${i + 1} ${rule}`];
    });
    expect([path, lines]).toEqual([path, wanted]);
  }
});

function fixtures(): string[] {
  return ruleFolders(folder).flatMap((rule) => readdirSync(join(folder, rule)).map((file) => join(folder, rule, file)));
}

/** What the structure check, reading and the rules of this folder find. */
async function findings(path: string): Promise<readonly Diagnostic[]> {
  const workspace = new Workspace({ files: projectFiles(dirname(path)) });
  const root = workspace.open(basename(path));
  if ('refusal' in root) throw new Error(root.refusal);
  const dialect = detectDialect(root);
  if ('rule' in dialect) throw new Error(dialect.message);
  const found: Diagnostic[] = [...workspace.diagnostics, ...(await checkStructure(root, dialect, 'document'))];
  const report = (diagnostic: Diagnostic): void => {
    found.push(diagnostic);
  };
  const contract = readAsyncApi({ root, dialect, references: new References(root, workspace, report), report });
  for (const { id, severity, check } of asyncApiRules) {
    check(contract, (finding) => found.push({ rule: id, severity, ...finding }));
  }
  return found;
}
