import { detectDialect } from '../../core/contract/dialect.ts';
import type { HttpContract } from '../../core/contract/model.ts';
import { type ReadResult, readContract } from '../../core/contract/read.ts';
import { printLocation } from '../../core/diagnostics/location.ts';
import { Workspace } from '../../core/source/workspace.ts';

/** The contract in `text`, which may refer to `files` by their paths, and what reading it found, one line each. */
export function readHttp(
  text: string,
  files: Readonly<Record<string, string>> = {},
): { contract: HttpContract; found: string[] } {
  const { contract, diagnostics } = read(text, files);
  if (contract.kind !== 'http') throw new Error('The text is no OpenAPI document.');
  const found = diagnostics.map(({ rule, message, location }) => `${printLocation(location)} ${rule} ${message}`);
  return { contract, found };
}

function read(text: string, files: Readonly<Record<string, string>>): ReadResult {
  const workspace = new Workspace({
    files: {
      read: (path) => {
        const known = files[path];
        return known === undefined ? { refusal: `points to ${path}, which does not exist` } : { text: known };
      },
    },
  });
  const root = workspace.add('api.yaml', text);
  if ('refusal' in root) throw new Error(root.refusal);
  const dialect = detectDialect(root);
  if ('rule' in dialect) throw new Error(dialect.message);
  return readContract(root, dialect, workspace);
}
