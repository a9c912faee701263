import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { claimsToBeContract } from '../../core/contract/dialect.ts';
import type { Contract } from '../../core/contract/model.ts';
import { projectFiles } from '../../core/source/files.ts';
import { Workspace } from '../../core/source/workspace.ts';
import { validate } from '../../core/validate.ts';
import type { Case } from '../conformance/case-table.ts';

export type Document =
  | { readonly kind: 'contract'; readonly contract: Contract; readonly errors: number }
  /** Known as wrong, or found to be: nothing is generated from it. */
  | { readonly kind: 'invalid' }
  /** Known as valid, and no contract came of it. */
  | { readonly kind: 'unread'; readonly message: string };

/**
 * What is generated from: documents known as valid, whatever `validate` makes of them, and those that nobody has judged
 * and in which it finds no error.
 */
export async function readDocument(folder: string, { path, verdict }: Case): Promise<Document> {
  if (verdict === 'invalid' || verdict === 'unresolved') return { kind: 'invalid' };
  const known = verdict === 'valid';
  if (!known && !claimsToBeContract(readFileSync(join(folder, path), 'utf8'))) return { kind: 'invalid' };
  const { documents, diagnostics } = await validate(new Workspace({ files: projectFiles(folder) }), [path]);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0 && !known) return { kind: 'invalid' };
  const contract = documents[0]?.contract;
  if (contract !== undefined) return { kind: 'contract', contract, errors: errors.length };
  return known ? { kind: 'unread', message: errors[0]?.message ?? 'no contract was read' } : { kind: 'invalid' };
}
