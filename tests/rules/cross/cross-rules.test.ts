import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { detectDialect } from '../../../core/contract/dialect.ts';
import type { Contract } from '../../../core/contract/model.ts';
import { readContract } from '../../../core/contract/read.ts';
import { type Diagnostic, sortDiagnostics } from '../../../core/diagnostics/diagnostic.ts';
import { type CrossRule, crossRules } from '../../../core/rules/cross/index.ts';
import { projectFiles } from '../../../core/source/files.ts';
import { Workspace } from '../../../core/source/workspace.ts';
import { ruleFolders } from '../harness.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

describe.each(crossRules.map((rule) => ({ rule, id: rule.id })))('$id', ({ rule }) => {
  test('finds what the bad project marks, and nothing else', () => {
    const project = join(folder, rule.id, 'bad');
    const wanted = filesOf(project).flatMap((path) =>
      readFileSync(join(project, path), 'utf8')
        .split('\n')
        .flatMap((line, i) => (line.endsWith(`# want ${rule.id}`) ? [`${path}:${i + 1}`] : [])),
    );
    expect(wanted).not.toEqual([]);
    expect(findingsOf(project, rule)).toEqual(wanted);
  });

  test('leaves the good project alone', () => {
    expect(findingsOf(join(folder, rule.id, 'good'), rule)).toEqual([]);
  });
});

test('every rule has fixtures, and every folder of fixtures a rule', () => {
  expect(ruleFolders(folder)).toEqual(crossRules.map(({ id }) => id).sort());
});

/** `path:line` of each finding of the rule in the contracts of a project. */
function findingsOf(project: string, rule: CrossRule): string[] {
  const workspace = new Workspace({ files: projectFiles(project) });
  const paths = filesOf(project).filter((path) => /\/(?:openapi|asyncapi)\.yaml$/.test(path));
  const contracts = paths.map((path) => ({ path, contract: contractAt(path, workspace) }));
  expect(workspace.diagnostics).toEqual([]);
  const found: Diagnostic[] = [];
  rule.check(contracts, (finding) => found.push({ rule: rule.id, severity: rule.severity, ...finding }));
  const lines = sortDiagnostics(found).map(({ location }) => `${location.source.path}:${location.range.start.line}`);
  return [...new Set(lines)];
}

function contractAt(path: string, workspace: Workspace): Contract {
  const root = workspace.open(path);
  if ('refusal' in root) throw new Error(root.refusal);
  const dialect = detectDialect(root);
  if ('rule' in dialect) throw new Error(dialect.message);
  const { contract, diagnostics } = readContract(root, dialect, workspace);
  expect(diagnostics).toEqual([]);
  return contract;
}

/** Relative to the project, in the order in which findings are sorted. */
function filesOf(project: string): string[] {
  return readdirSync(project, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1))
    .sort();
}
