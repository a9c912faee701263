import type { StoredLetter } from '../../../common/events/dead-letters/dead-letters.ts';
import type { Stage } from './stage.ts';

/** All messages that were given up, whoever gave them up. */
export async function deadLetters({ bus }: Pick<Stage, 'bus'>): Promise<readonly StoredLetter[]> {
  const letters: StoredLetter[] = [];
  for await (const letter of bus.deadLetters.list()) letters.push(letter);
  return letters;
}
