import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { detectDialect } from '../../core/contract/dialect.ts';
import type { Contract } from '../../core/contract/model.ts';
import { readContract } from '../../core/contract/read.ts';
import { projectFiles } from '../../core/source/files.ts';
import { Workspace } from '../../core/source/workspace.ts';
import { requireHttp } from '../../generators/adapters/adapter.ts';
import { loadAdapter } from '../../generators/index.ts';
import { prepareOpenApi } from '../../generators/prepared/http.ts';
import { defaultTargetOptions } from '../../generators/target.ts';
import type { Emitter } from './emitter.ts';

/** What an emitter makes of the prepared form of the document at `path` below `folder`, by our adapter where there is one. */
export async function emitPrepared(emitter: Emitter, folder: string, path: string, output: string): Promise<void> {
  const contract = contractAt(folder, path);
  if (emitter.adapter === undefined) {
    const document = prepareOpenApi(requireHttp(contract, emitter.name), () => {}, emitter.prepare);
    const input = `${output}.json`;
    writeFileSync(input, JSON.stringify(document));
    return emitter.emit(input, output);
  }
  const adapter = await loadAdapter(emitter.adapter);
  if (adapter === undefined) throw new Error(`There is no adapter ${emitter.adapter}`);
  for (const file of (await adapter.generate(contract, defaultTargetOptions)).files) {
    mkdirSync(dirname(join(output, file.path)), { recursive: true });
    writeFileSync(join(output, file.path), file.text);
  }
}

/** Read without a verdict: what is measured here is the emitter. */
function contractAt(folder: string, path: string): Contract {
  const workspace = new Workspace({ files: projectFiles(folder) });
  const root = workspace.open(path);
  if ('refusal' in root) throw new Error(root.refusal);
  const dialect = detectDialect(root);
  if ('rule' in dialect) throw new Error(dialect.message);
  return readContract(root, dialect, workspace).contract;
}
