import { copyFileSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { bundle } from '../../generators/bundle/target.ts';
import { defaultTargetOptions } from '../../generators/target.ts';
import { readCaseTable } from '../../scripts/conformance/case-table.ts';
import { largeDocument } from '../../tests/generators/large/large-document.ts';
import { projectContract } from '../../tests/generators/support/project-contract.ts';

const root = join(import.meta.dirname, '../..');

/** Writes what is generated from into `scratch` and returns the names of the files, small ones first. */
export function writeDocuments(scratch: string, folder: string | undefined, operations: number): string[] {
  copyFileSync(join(root, 'examples/petstore/openapi.yaml'), join(scratch, 'petstore.yaml'));
  const own = globSync('contracts/*/openapi.yaml', { cwd: root }).map((path) => writeBundled(scratch, path));
  const published = largest(folder).map((path, i) => {
    const name = `${i + 1}-${basename(path, extname(path)).slice(0, 24)}${extname(path)}`;
    copyFileSync(path, join(scratch, name));
    return name;
  });
  writeFileSync(join(scratch, `${operations}-operations.json`), largeDocument(operations));
  const names = ['petstore.yaml', ...own, ...published, `${operations}-operations.json`];
  return names.sort((a, b) => statSync(join(scratch, a)).size - statSync(join(scratch, b)).size);
}

/** In one file: not every tool reads references between files. */
function writeBundled(scratch: string, path: string): string {
  const { contract, workspace } = projectContract(path);
  const [file] = bundle.generate(contract, { ...defaultTargetOptions, workspace }).files;
  const name = `${path.split(/[\\/]/)[1]}.yaml`;
  writeFileSync(join(scratch, name), file?.text ?? '');
  return name;
}

/** The six largest OpenAPI documents of a folder with an `index.tsv` that are known as valid. */
function largest(folder: string | undefined): string[] {
  if (folder === undefined) return [];
  return readCaseTable(folder)
    .filter(({ path, verdict }) => verdict === 'valid' && path.includes('openapi'))
    .map(({ path }) => resolve(folder, path))
    .sort((a, b) => statSync(b).size - statSync(a).size)
    .slice(0, 6);
}

export function sizeOf(folder: string): number {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, entry) => sum + readFileSync(join(entry.parentPath, entry.name)).length, 0);
}
