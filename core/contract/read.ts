import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Node } from '../source/node.ts';
import type { Workspace } from '../source/workspace.ts';
import { readAsyncApi } from './asyncapi/read.ts';
import type { Contract, Dialect } from './model.ts';
import { readOpenApi } from './openapi/read.ts';
import { References } from './references.ts';

export interface ReadResult {
  readonly contract: Contract;
  readonly references: References;
  /** What reading itself found: broken references, discriminators and links that name nothing. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a document of a known dialect into the model, whatever faults it has: wrong parts are left out. */
export function readContract(root: Node, dialect: Dialect, workspace: Workspace): ReadResult {
  const diagnostics: Diagnostic[] = [];
  const references = new References(root, workspace, (diagnostic) => diagnostics.push(diagnostic));
  const context = { root, dialect, references, report: (diagnostic: Diagnostic) => diagnostics.push(diagnostic) };
  const contract = dialect.spec === 'openapi' ? readOpenApi(context) : readAsyncApi(context);
  return { contract, references, diagnostics };
}
