import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { detectDialect } from '../../../core/contract/dialect.ts';
import type { Contract } from '../../../core/contract/model.ts';
import { readContract } from '../../../core/contract/read.ts';
import { projectFiles } from '../../../core/source/files.ts';
import { Workspace } from '../../../core/source/workspace.ts';
import type { Generated, ImportExtension, Target } from '../../../generators/target.ts';

/** Reads a contract below a root folder. */
export function readFixture(root: string, path: string): Contract {
  const workspace = new Workspace(projectFiles(root));
  const node = workspace.open(path);
  if ('refusal' in node) throw new Error(`${path}: ${JSON.stringify(workspace.diagnostics.map(({ message }) => message))}`);
  const dialect = detectDialect(node);
  if ('rule' in dialect) throw new Error(dialect.message);
  return readContract(node, dialect, workspace).contract;
}

export interface Written extends Generated {
  readonly folder: string;
}

/** Generates into a new folder inside the checkout, so that what is generated finds the same packages. */
export function generateInto(parent: string, target: Target, contract: Contract, importExtension: ImportExtension): Written {
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, `${target.id}-`));
  const generated = target.generate(contract, { importExtension });
  for (const { path, text } of generated.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { ...generated, folder };
}
