import { loadTarget, targetIds } from '../../generators/index.ts';
import type { Surroundings } from '../surroundings.ts';

export async function listTargets({ out }: Pick<Surroundings, 'out'>): Promise<void> {
  const width = Math.max(...targetIds.map((id) => id.length));
  for (const id of targetIds) {
    const target = await loadTarget(id);
    if (target !== undefined) out.write(`${id.padEnd(width)}  ${target.summary}\n`);
  }
}
