import { createHash } from 'node:crypto';
import type { SegmentPayload, VectorPoint } from '../../../common/vectors/vector-index.ts';

interface Model {
  readonly id: string;
  readonly version: string;
}

export interface Times {
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export function pointOf(
  payload: Omit<SegmentPayload, 'createdAt' | 'updatedAt'>,
  vector: Float32Array,
  model: Model,
  { createdAt, updatedAt }: Times,
): VectorPoint {
  const times = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
  return { id: pointId(payload.recordingId, payload.segmentId, model), vector, payload: { ...payload, ...times } };
}

/** Any UUID will do, as long as it never changes. */
const namespace = Buffer.from('8f0e6a0c2f5b4c5e9a3d6d1b7c42e915', 'hex');

/** The same vector always has the same id, so that writing it again replaces it: UUIDv5 (RFC 9562) of what it stands for. */
export function pointId(recordingId: string, segmentId: string, model: Model): string {
  const name = `${recordingId} ${segmentId} ${model.id} ${model.version}`;
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
