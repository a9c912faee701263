import { readAsyncApi } from '../../../core/contract/asyncapi/read.ts';
import { detectDialect } from '../../../core/contract/dialect.ts';
import type { EventContract } from '../../../core/contract/model.ts';
import { References } from '../../../core/contract/references.ts';
import type { Diagnostic } from '../../../core/diagnostics/diagnostic.ts';
import { printLocation } from '../../../core/diagnostics/location.ts';
import { Workspace } from '../../../core/source/workspace.ts';

export interface Read {
  readonly contract: EventContract;
  readonly diagnostics: readonly string[];
}

/** Reads `files['asyncapi.yaml']`; the other files are there for its references. */
export function readFiles(files: Readonly<Record<string, string>>): Read {
  const workspace = new Workspace({
    files: {
      read: (path) => {
        const text = files[path];
        return text === undefined ? { refusal: `points to ${path}, which does not exist` } : { text };
      },
    },
  });
  const root = workspace.open('asyncapi.yaml');
  if ('refusal' in root) throw new Error(root.refusal);
  const dialect = detectDialect(root);
  if ('rule' in dialect) throw new Error(dialect.message);
  const found: Diagnostic[] = [...workspace.diagnostics];
  const report = (diagnostic: Diagnostic): void => {
    found.push(diagnostic);
  };
  const contract = readAsyncApi({ root, dialect, references: new References(root, workspace, report), report });
  return { contract, diagnostics: found.map(({ rule, location }) => `${printLocation(location)} ${rule}`) };
}

export function read(version: string, body: string): Read {
  return readFiles({ 'asyncapi.yaml': `asyncapi: ${version}\ninfo: {title: Orders, version: 1.0.0}\n${body}` });
}

/**
 * What a value says, short enough to compare whole: places as `line:column`, maps as objects, and without what is
 * undefined or false, and without the empty lists and maps that readers put where nothing is written.
 */
export function said(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('range' in value && 'pointer' in value && 'source' in value) return place(value);
  if (Array.isArray(value)) return value.map(said);
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, child]) => [key, said(child)] as const).filter(([, child]) => !isEmpty(child)),
  );
}

function place(value: object): string {
  // The test above leaves locations only.
  const { start } = (value as { range: { start: { line: number; column: number } } }).range;
  return `${start.line}:${start.column}`;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === false) return true;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
