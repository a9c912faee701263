import type { VectorHit } from '../../../common/vectors/vector-index.ts';

/** A slower model that reads query and text together. */
export interface Reranker {
  /** How well each text answers the query, from 0 to 1, in their order. */
  score(query: string, texts: readonly string[], options: { readonly signal: AbortSignal }): Promise<readonly number[]>;
}

const depth = 50;

/** The best hits in the order of the model, and the rest behind them. A model that fails or is late changes nothing. */
export async function rerankHits(
  hits: readonly VectorHit[],
  query: string,
  { reranker, timeoutMs, onError }: RerankOptions,
): Promise<readonly VectorHit[]> {
  const best = hits.slice(0, depth);
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const texts = best.map(({ payload }) => payload.text);
    const scores = await Promise.race([reranker.score(query, texts, { signal }), whenAborted(signal)]);
    const scored = best.map((hit, place) => ({ ...hit, score: scores[place] ?? 0 }));
    const lowest = Math.min(...scored.map(({ score }) => score));
    const rest = hits.slice(depth).map((hit) => ({ ...hit, score: hit.score * lowest }));
    return [...scored.toSorted((one, other) => other.score - one.score), ...rest];
  } catch (error) {
    onError(error);
    return hits;
  }
}

export interface RerankOptions {
  readonly reranker: Reranker;
  readonly timeoutMs: number;
  readonly onError: (error: unknown) => void;
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
