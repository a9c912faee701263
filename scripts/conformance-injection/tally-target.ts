import { loadTarget } from '../../generators/index.ts';
import { isSafePath } from '../../generators/output/paths.ts';
import { defaultTargetOptions } from '../../generators/target.ts';
import type { Hostile } from '../../tests/generators/injection/hostile-documents.ts';
import { contractFrom } from '../../tests/generators/support/contract.ts';
import { count, emptyTally, type Tally } from './tally.ts';

/** One of our own targets. */
export async function tallyTarget(id: string, input: Tally['input'], hostile: readonly Hostile[]): Promise<Tally> {
  const target = await loadTarget(id);
  if (target === undefined) throw new Error(`There is no target ${id}`);
  const tally = emptyTally({ name: id, version: '', input, form: 'raw' });
  for (const one of hostile) {
    const { files } = await target.generate(contractFrom(JSON.stringify(one.document)), defaultTargetOptions);
    const strayed = files.filter(({ path }) => !isSafePath(path)).map(({ path }) => path);
    count(tally, one, files, strayed);
  }
  return tally;
}
