import { createHash } from 'node:crypto';

export interface PointOf {
  readonly recordingId: string;
  readonly segmentId: string;
  readonly modelId: string;
}

/** Any UUID will do, as long as it stays the same. */
const namespace = Buffer.from('5b1f3a52c1de4a0b9a3f7d1f0c6e2b84', 'hex');

/** The same segment and model have the same point, so that writing one twice is writing it once: a UUID of version 5 (RFC 9562). */
export function pointId({ recordingId, segmentId, modelId }: PointOf): string {
  const name = `${recordingId}/${segmentId}/${modelId}`;
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
