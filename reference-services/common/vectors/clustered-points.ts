import { pointId } from './point-id.ts';
import type { VectorPoint } from './vector-index.ts';

export interface ClusteredOptions {
  readonly tenantId: string;
  readonly count: number;
  readonly dimensions: number;
  readonly modelId: string;
  /** How many topics there are; vectors of one topic are near each other, as sentences are. 1,000 when left out. */
  readonly clusters?: number;
  readonly batch?: number;
  /** The same seed gives the same points. */
  readonly seed?: number;
}

/** Random points to fill an index with, in batches. */
export function* clusteredPoints(options: ClusteredOptions): Generator<readonly VectorPoint[]> {
  const { count, dimensions, clusters = 1_000, batch = 5_000, seed = 1 } = options;
  const random = mulberry32(seed);
  const centres = Array.from({ length: clusters }, () => randomVector(dimensions, random));
  for (let start = 0; start < count; start += batch) {
    const size = Math.min(batch, count - start);
    yield Array.from({ length: size }, (_, place) => {
      const cluster = Math.floor(random() * clusters);
      return pointOf(start + place, nearTo(centres[cluster] ?? new Float32Array(dimensions), random), cluster, options);
    });
  }
}

/** How far a vector lies from the middle of its topic, as a share of its length. */
const spread = 0.7;

function nearTo(centre: Float32Array, random: () => number): Float32Array {
  const noise = randomVector(centre.length, random);
  return normalised(centre.map((value, place) => value + spread * (noise[place] ?? 0)));
}

function randomVector(dimensions: number, random: () => number): Float32Array {
  return normalised(Float32Array.from({ length: dimensions }, () => gaussian(random)));
}

/** Box and Muller, because the directions of uniform components are not uniform. */
function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function normalised(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return vector.map((value) => value / length);
}

/** A small generator that can be begun anew, unlike `Math.random`. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pointOf(place: number, vector: Float32Array, cluster: number, options: ClusteredOptions): VectorPoint {
  const { tenantId, modelId } = options;
  const digits = String(place).padStart(22, '0');
  const recording = String(Math.floor(place / 200)).padStart(22, '0');
  const segmentId = `seg_01M7${digits}`;
  const recordingId = `rec_01M7${recording}`;
  const moment = '2026-11-20T02:16:12.000Z';
  return {
    id: pointId({ recordingId, segmentId, modelId }),
    vector,
    payload: {
      tenantId,
      recordingId,
      transcriptId: `trn_01M7${recording}`,
      segmentId,
      index: place % 200,
      text: `Câu số ${place} nói về chủ đề ${cluster} trong cuộc họp.`,
      startSeconds: (place % 200) * 10,
      endSeconds: (place % 200) * 10 + 9,
      confidence: 0.9,
      language: 'vi-VN',
      labels: [`chủ đề ${cluster % 20}`],
      recordedAt: moment,
      contentHash: digits,
      createdAt: moment,
      updatedAt: moment,
    },
  };
}
