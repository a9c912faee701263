import { bestFirst } from '../../../common/vectors/points.ts';
import type { VectorHit } from '../../../common/vectors/vector-index.ts';

/**
 * Mixes two rankings: `weight` times the cosine, and the rest times BM25 as a share of the best BM25. What only one of them
 * found scores nothing on the other side. Scores are from 0 to 1, and hits that fit in neither way are left out.
 */
export function mixRankings(
  near: readonly VectorHit[],
  worded: readonly VectorHit[],
  weight: number,
): readonly VectorHit[] {
  const best = Math.max(...worded.map(({ score }) => score), Number.MIN_VALUE);
  const mixed = new Map<string, VectorHit>();
  for (const hit of near) mixed.set(hit.id, { ...hit, score: weight * Math.max(0, hit.score) });
  for (const hit of worded) {
    const known = mixed.get(hit.id)?.score ?? 0;
    mixed.set(hit.id, { ...hit, score: known + (1 - weight) * (hit.score / best) });
  }
  return [...mixed.values()]
    .filter(({ score }) => score > 0)
    .map((hit) => ({ ...hit, score: Math.min(1, hit.score) }))
    .sort(bestFirst);
}
