import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { claimsToBeContract } from '../../core/contract/dialect.ts';
import { type Diagnostic, sortDiagnostics } from '../../core/diagnostics/diagnostic.ts';
import { projectFiles } from '../../core/source/files.ts';
import { Workspace } from '../../core/source/workspace.ts';
import { validate } from '../../core/validate.ts';

export interface Judgement {
  /** True when the text became a Contract. */
  readonly read: boolean;
  /** True for a file that claims no specification: a part of another document, or prose. */
  readonly fragment: boolean;
  readonly errors: readonly Diagnostic[];
  /** True when some error stands at a line and column where the fault can be. */
  readonly positioned: boolean;
  readonly cpuMs: number;
}

/** Runs the whole validation on one document of `folder`, in a workspace of its own. */
export async function judgeDocument(folder: string, path: string): Promise<Judgement> {
  const before = process.cpuUsage();
  const workspace = new Workspace({ files: projectFiles(folder) });
  const { documents, diagnostics } = await validate(workspace, [path]);
  const { user, system } = process.cpuUsage(before);
  const read = documents.some((document) => document.contract !== undefined);
  const fragment = !read && !claimsToBeContract(readFileSync(join(folder, path), 'utf8'));
  const found = sortDiagnostics(diagnostics).filter(({ severity }) => severity === 'error');
  // A part is no contract, and prose is no YAML: neither is a fault of the file.
  const errors = fragment ? found.filter(({ rule }) => rule !== 'dialect-known' && isData(path)) : found;
  return { read, fragment, errors, positioned: errors.some(isPositioned), cpuMs: (user + system) / 1000 };
}

function isData(path: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(path);
}

/** A place inside the text; its very beginning only for what concerns the document as a whole. */
function isPositioned({ location, rule }: Diagnostic): boolean {
  const { line, column } = location.range.start;
  const lines = location.source.text.split(/\r\n|\r|\n/);
  const text = lines[line - 1];
  if (text === undefined || column < 1 || column > text.length + 1) return false;
  // A first key may itself be wrong; a finding that points nowhere in particular has to be about the whole.
  const wholeDocument = ['structure-required', 'structure-type', 'dialect-known', 'source-empty', 'source-syntax'];
  return line > 1 || column > 1 || location.pointer !== '' || wholeDocument.includes(rule);
}
