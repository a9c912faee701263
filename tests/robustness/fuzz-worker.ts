import { parentPort } from 'node:worker_threads';
import { defaultSettings, type RuleSettings } from '../../core/rules/settings.ts';
import { projectFiles } from '../../core/source/files.ts';
import { Workspace } from '../../core/source/workspace.ts';
import { validate } from '../../core/validate.ts';
import { hosts, projectRoot } from './hosts.ts';
import { type Host, mutantOf } from './mutant.ts';

/** What became of one mutant. */
export interface Outcome {
  readonly seed: number;
  /** Of processor time: how long a person waits depends on what else the machine does. */
  readonly milliseconds: number;
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
  const before = process.threadCpuUsage();
  let thrown: string | undefined;
  try {
    await validateText(mutant);
  } catch (error) {
    thrown = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const { user, system } = process.threadCpuUsage(before);
  const milliseconds = (user + system) / 1000;
  return { seed, milliseconds, thrown };
}

const everyRule: RuleSettings = { ...defaultSettings, rulesets: ['spec', 'ai2text'] };

/** The whole validation, with the mutant in the place of its host, and every position computed. */
async function validateText({ path, text }: Host): Promise<void> {
  const files = { read: (wanted: string) => (wanted === path ? { text } : disk.read(wanted)) };
  const { diagnostics } = await validate(new Workspace({ files }), [path], everyRule);
  for (const { location } of diagnostics) {
    if (!(location.range.start.line >= 1)) throw new Error(`no line: ${location.pointer}`);
  }
}
