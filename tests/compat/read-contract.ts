import { detectDialect } from '../../core/contract/dialect.ts';
import type { Contract } from '../../core/contract/model.ts';
import { readContract } from '../../core/contract/read.ts';
import { Workspace } from '../../core/source/workspace.ts';

/** The contract in `text`, which refers to no other file. */
export function contractFrom(text: string, path = 'contract.yaml'): Contract {
  const workspace = new Workspace({
    files: { read: (name) => ({ refusal: `points to ${name}, which does not exist` }) },
  });
  const root = workspace.add(path, text);
  if ('refusal' in root) throw new Error(root.refusal);
  const dialect = detectDialect(root);
  if ('rule' in dialect) throw new Error(dialect.message);
  return readContract(root, dialect, workspace).contract;
}
