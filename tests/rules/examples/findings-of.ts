import { basename, dirname } from 'node:path';
import { detectDialect } from '../../../core/contract/dialect.ts';
import { readContract } from '../../../core/contract/read.ts';
import type { Diagnostic } from '../../../core/diagnostics/diagnostic.ts';
import type { Rule } from '../../../core/rules/rule.ts';
import { projectFiles } from '../../../core/source/files.ts';
import { Workspace } from '../../../core/source/workspace.ts';

/** What the rules find in the contract at `path`. A fixture that cannot be read is a broken test. */
export function findingsOf(path: string, rules: readonly Rule[]): readonly Diagnostic[] {
  const workspace = new Workspace({ files: projectFiles(dirname(path)) });
  const root = workspace.open(basename(path));
  if ('refusal' in root) throw new Error(root.refusal);
  const dialect = detectDialect(root);
  if ('rule' in dialect) throw new Error(dialect.message);
  const { contract, diagnostics } = readContract(root, dialect, workspace);
  const broken = [...workspace.diagnostics, ...diagnostics].map(({ message }) => message);
  if (broken.length > 0) throw new Error(broken.join('\n'));
  const found: Diagnostic[] = [];
  for (const { id, severity, check } of rules) {
    check(contract, (finding) => found.push({ rule: id, severity, ...finding }));
  }
  return found;
}
