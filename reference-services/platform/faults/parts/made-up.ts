import { createHash } from 'node:crypto';
import type { Said } from '../../harness/speech.ts';

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An id in the platform's form that always is the same for the same text. */
export function idOf(prefix: string, text: string): string {
  const bytes = createHash('sha256').update(`${prefix} ${text}`).digest();
  const letters = Array.from({ length: 26 }, (_, place) => digits[(bytes[place] ?? 0) % (place === 0 ? 8 : 32)]);
  return `${prefix}_${letters.join('')}`;
}

/** How many sentences are said in each recording. */
export const sentences = 3;

/** What is said in a recording, and nowhere else. The same each time; `take` numbers the attempts to write it down. */
export function saidIn(recordingId: string, take = 0): readonly Said[] {
  return Array.from({ length: sentences }, (_, place) => ({
    segmentId: idOf('seg', `${recordingId} ${take} ${place}`),
    text: `Câu thứ ${place} của bản ghi ${recordingId}.`,
  }));
}

/** The ids of recordings that nobody has uploaded. */
export function recordingIds(count: number): readonly string[] {
  return Array.from({ length: count }, (_, number) => idOf('rec', String(number)));
}
