import { parentPort } from 'node:worker_threads';
import { projectFiles } from '../../core/source/files.ts';
import { Workspace } from '../../core/source/workspace.ts';
import { validate } from '../../core/validate.ts';
import { hosts, projectRoot } from './hosts.ts';
import { type Host, mutantOf } from './mutant.ts';

/** What became of one mutant. */
export interface Outcome {
  readonly seed: number;
  readonly milliseconds: number;
  readonly heapMegabytes: number;
  /** The stack of an exception that should have been a finding. */
  readonly thrown: string | undefined;
}

const all = hosts();
const disk = projectFiles(projectRoot);

parentPort?.on('message', async (seed: number) => {
  parentPort?.postMessage(await outcomeOf(seed));
});

parentPort?.postMessage('ready');

async function outcomeOf(seed: number): Promise<Outcome> {
  const mutant = mutantOf(all, seed);
  const start = performance.now();
  let thrown: string | undefined;
  try {
    await validateText(mutant);
  } catch (error) {
    thrown = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const milliseconds = performance.now() - start;
  return { seed, milliseconds, heapMegabytes: process.memoryUsage().heapUsed / 1e6, thrown };
}

/** The whole validation, with the mutant in the place of its host, and every position computed. */
async function validateText({ path, text }: Host): Promise<void> {
  const files = { read: (wanted: string) => (wanted === path ? { text } : disk.read(wanted)) };
  const { diagnostics } = await validate(new Workspace({ files }), [path]);
  for (const { location } of diagnostics) {
    if (!(location.range.start.line >= 1)) throw new Error(`no line: ${location.pointer}`);
  }
}
