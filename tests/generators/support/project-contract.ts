import { join } from 'node:path';
import { detectDialect } from '../../../core/contract/dialect.ts';
import type { Contract } from '../../../core/contract/model.ts';
import { readContract } from '../../../core/contract/read.ts';
import { projectFiles } from '../../../core/source/files.ts';
import { Workspace } from '../../../core/source/workspace.ts';

const root = join(import.meta.dirname, '../../..');

/** The contract at a path of this repository, with the files that it refers to. */
export function projectContract(path: string): { readonly contract: Contract; readonly workspace: Workspace } {
  const workspace = new Workspace({ files: projectFiles(root) });
  const node = workspace.open(path);
  if ('refusal' in node) throw new Error(node.refusal);
  const dialect = detectDialect(node);
  if ('rule' in dialect) throw new Error(dialect.message);
  return { contract: readContract(node, dialect, workspace).contract, workspace };
}
