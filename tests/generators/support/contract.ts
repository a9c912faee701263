import { detectDialect } from '../../../core/contract/dialect.ts';
import type { Contract } from '../../../core/contract/model.ts';
import { readContract } from '../../../core/contract/read.ts';
import { Workspace } from '../../../core/source/workspace.ts';

/** The contract in a text. A text that cannot be read fails the test. */
export function contractFrom(text: string, path = 'openapi.yaml'): Contract {
  const files = { read: (wanted: string) => ({ refusal: `points to ${wanted}, which the test does not have` }) };
  const workspace = new Workspace({ files });
  const root = workspace.add(path, text);
  if ('refusal' in root) throw new Error(root.refusal);
  const dialect = detectDialect(root);
  if ('rule' in dialect) throw new Error(dialect.message);
  return readContract(root, dialect, workspace).contract;
}
