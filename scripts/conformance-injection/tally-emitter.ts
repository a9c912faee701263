import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emitter, versionOf } from '../../bench/emitters/index.ts';
import { Apart } from '../../bench/lib/apart.ts';
import { filesBelow } from '../../bench/lib/files-below.ts';
import type { Hostile } from '../../tests/generators/injection/hostile-documents.ts';
import { count, emptyTally, type Tally } from './tally.ts';

const limitMs = 20_000;

/** An emitter by other people, in a process of its own and an empty folder, without a network. */
export async function tallyEmitter(emitter: Emitter, form: Tally['form'], hostile: readonly Hostile[]): Promise<Tally> {
  const input = emitter.accepts === 'http' ? 'openapi' : 'asyncapi';
  const tally = emptyTally({ name: emitter.name, version: versionOf(emitter) ?? '', input, form });
  const scratch = mkdtempSync(join(tmpdir(), 'ai2text-hostile-'));
  // Deep enough that a path with some steps up still ends in the scratch folder, where it is seen.
  const home = join(scratch, 'a/b/c/d/e');
  const output = join(home, 'out');
  const apart = new Apart(emitter.name, { cwd: home, limitMs, retries: false });
  for (const one of hostile) {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'document.json'), JSON.stringify(one.document));
    const answer = await apart.run({ form, folder: home, path: 'document.json', output });
    const strayed = strayedBelow(scratch, output);
    count(tally, one, answer.ok ? filesBelow(output) : undefined, strayed);
    for (const path of strayed) rmSync(path, { force: true });
    for (const entry of readdirSync(home)) rmSync(join(home, entry), { recursive: true, force: true });
  }
  apart.close();
  rmSync(scratch, { recursive: true, force: true });
  return tally;
}

/** Every file outside of the output folder, our own input and its prepared form apart. */
function strayedBelow(scratch: string, output: string): string[] {
  return readdirSync(scratch, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(`${output}/`) && path !== `${output}.json` && !path.endsWith('/document.json'));
}
