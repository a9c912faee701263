import { createHash } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** So many characters of a ULID tell its time, and so many are random. */
const [timeLength, randomLength] = [10, 16];

/**
 * The id of a sentence that is no segment as it was recognised: a ULID of the time of its first source, whose other part is
 * derived from what the sentence is. Processing the transcript again gives the same id, so that nothing is there twice.
 */
export function newSegmentId(transcriptId: string, sourceIds: readonly string[], place: number): string {
  const origin = sourceIds[0] ?? transcriptId;
  const time = origin.slice(origin.indexOf('_') + 1).slice(0, timeLength);
  const digest = createHash('sha256')
    .update([transcriptId, ...sourceIds, place].join(' '))
    .digest();
  const random = Array.from(digest.subarray(0, randomLength), (byte) => alphabet[byte % 32]).join('');
  return `seg_${time}${random}`;
}
