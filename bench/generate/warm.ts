/**
 * What a tool takes in a process that has done the same before: `node warm.ts <tool> <document> <output>` prints the median
 * CPU time of the later half of its runs, in milliseconds.
 */
import { mkdirSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { projectFiles } from '../../core/source/files.ts';
import { Workspace } from '../../core/source/workspace.ts';
import { validate } from '../../core/validate.ts';
import { loadOwnTarget } from '../../generators/index.ts';
import { writeOutput } from '../../generators/output.ts';
import { defaultTargetOptions } from '../../generators/target.ts';
import { emitters } from '../emitters/index.ts';

const [name = '', document = '', output = ''] = process.argv.slice(2);
const runs = 25;
const limitMs = 10_000;

const emitter = emitters.find((one) => one.name === name);
mkdirSync(output, { recursive: true });
const times: number[] = [];
for (const started = performance.now(); times.length < runs && performance.now() - started < limitMs; ) {
  const before = process.cpuUsage();
  if (emitter === undefined) await generate();
  else await emitter.emit(resolve(document), resolve(output));
  const { user, system } = process.cpuUsage(before);
  times.push((user + system) / 1000);
}
const warm = times.slice(times.length >> 1);
console.log(JSON.stringify(warm.sort((a, b) => a - b)[warm.length >> 1]));

/** Reads, validates, generates and writes what has changed, as the command does. */
async function generate(): Promise<void> {
  const workspace = new Workspace({ files: projectFiles(dirname(resolve(document))) });
  const { documents } = await validate(workspace, [basename(document)]);
  const [{ contract } = { contract: undefined }] = documents;
  const target = await loadOwnTarget(name);
  if (contract === undefined || target === undefined) throw new Error(`Nothing comes of ${name} and ${document}`);
  const { files } = target.generate(contract, { ...defaultTargetOptions, workspace });
  writeOutput({ folder: output, target: name, toolVersion: 'bench', files });
}
