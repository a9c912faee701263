import { detectDialect } from './contract/dialect.ts';
import type { Contract } from './contract/model.ts';
import { readContract } from './contract/read.ts';
import type { References } from './contract/references.ts';
import { type Diagnostic, sortDiagnostics } from './diagnostics/diagnostic.ts';
import type { Workspace } from './source/workspace.ts';
import { checkStructure } from './structure/index.ts';

export type Loaded =
  | { readonly ok: true; readonly contract: Contract; readonly references: References }
  /** Why there is no contract to work with: at least one finding. */
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Opens one document for a stage that must not work with half a contract, such as a comparison: what is broken, does not
 * follow its meta-schema, or refers to something that cannot be read is refused with the findings that say why.
 */
export async function loadContract(workspace: Workspace, path: string): Promise<Loaded> {
  const root = workspace.open(path);
  if ('refusal' in root) return refuse([unreadable(path, root.refusal)]);
  const broken = workspace.diagnostics.filter(({ location }) => location.source.path === path);
  if (broken.length > 0) return refuse(broken);
  const dialect = detectDialect(root);
  if ('rule' in dialect) return refuse([dialect]);
  const before = workspace.diagnostics.length;
  const { contract, references, diagnostics: found } = readContract(root, dialect, workspace);
  const diagnostics = [...workspace.diagnostics.slice(before), ...found];
  diagnostics.push(...(await checkStructure(root, dialect, 'document')));
  for (const { node, kind } of references.fragments) diagnostics.push(...(await checkStructure(node, dialect, kind)));
  const faults = diagnostics.flatMap(asFault);
  return faults.length === 0 ? { ok: true, contract, references } : refuse(faults);
}

function refuse(diagnostics: readonly Diagnostic[]): Loaded {
  return { ok: false, diagnostics: sortDiagnostics(diagnostics) };
}

/** What stands behind a URL that was not read is unknown, and nothing can be concluded from the unknown. */
function asFault(diagnostic: Diagnostic): Diagnostic[] {
  if (diagnostic.rule === 'ref-remote') return [{ ...diagnostic, severity: 'error' }];
  return diagnostic.severity === 'error' ? [diagnostic] : [];
}

function unreadable(path: string, refusal: string): Diagnostic {
  const start = { line: 1, column: 1, offset: 0 };
  const location = { source: { path, text: '' }, pointer: '', range: { start, end: start } };
  return { rule: 'source-readable', severity: 'error', message: `The path ${refusal}. Check it.`, location };
}
