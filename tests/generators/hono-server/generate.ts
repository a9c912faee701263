import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { detectDialect } from '../../../core/contract/dialect.ts';
import type { Contract } from '../../../core/contract/model.ts';
import { readContract } from '../../../core/contract/read.ts';
import { projectFiles } from '../../../core/source/files.ts';
import { Workspace } from '../../../core/source/workspace.ts';
import type { Generated, ImportExtension, Target } from '../../../generators/target.ts';

const checkout = fileURLToPath(new URL('../../../', import.meta.url));

/** Reads a contract of the checkout. */
export function readFixture(path: string): Contract {
  return readFrom(new Workspace({ files: projectFiles(checkout) }), path);
}

/** Reads a contract out of a text. */
export function readText(text: string): Contract {
  const workspace = new Workspace({ files: { read: () => ({ text }) } });
  return readFrom(workspace, 'contract.yaml');
}

function readFrom(workspace: Workspace, path: string): Contract {
  const node = workspace.open(path);
  if ('refusal' in node) throw new Error(`${path} cannot be read`);
  const dialect = detectDialect(node);
  if ('rule' in dialect) throw new Error(dialect.message);
  return readContract(node, dialect, workspace).contract;
}

export interface Written extends Generated {
  readonly folder: string;
  remove(): void;
}

/** Generates into a new folder outside the checkout, which finds the packages of the checkout. */
export function generateInto(target: Target, contract: Contract, importExtension: ImportExtension = '.ts'): Written {
  const folder = mkdtempSync(join(tmpdir(), `${target.id}-`));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'));
  const generated = target.generate(contract, { importExtension });
  for (const { path, text } of generated.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { ...generated, folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A module of a generated folder. */
export function moduleUrl(written: Written, path: string): string {
  return pathToFileURL(join(written.folder, path)).href;
}
