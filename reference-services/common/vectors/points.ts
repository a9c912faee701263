import type { VectorHit, VectorPoint } from './vector-index.ts';

/** A vector of another length would be compared with nothing, or with rubbish. */
export function checkDimensions(vectors: readonly Float32Array[], dimensions: number): void {
  const wrong = vectors.find(({ length }) => length !== dimensions);
  if (wrong === undefined) return;
  throw new RangeError(`The index holds vectors of ${dimensions} components, and one of ${wrong.length} was given.`);
}

/** Of points that are given twice, the last counts. */
export function lastOfEach(points: readonly VectorPoint[]): readonly VectorPoint[] {
  return [...new Map(points.map((point) => [point.id, point])).values()];
}

/** The best first; equal scores in the order of ids, so that the same search answers the same. */
export function bestFirst(one: VectorHit, other: VectorHit): number {
  return other.score - one.score || (one.id < other.id ? -1 : 1);
}
