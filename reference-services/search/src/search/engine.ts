import type { Encoder } from '../../../common/encoder/encoder.ts';
import { fingerprint } from '../../../common/fingerprint.ts';
import type { SegmentFilter, VectorHit, VectorIndex } from '../../../common/vectors/vector-index.ts';
import type { SearchFilters } from '../../generated/types.ts';
import type { TenantCache } from './cache.ts';
import { mixRankings } from './rank.ts';
import type { Recall } from './recall.ts';
import { type RerankOptions, rerankHits } from './rerank.ts';

/** How many of each ranking are mixed; no list of hits goes on beyond them. */
export const depth = 100;

export interface EngineParts {
  readonly index: VectorIndex;
  readonly encoder: Encoder;
  readonly cache: TenantCache<readonly VectorHit[]>;
  readonly recall: Recall;
  /** Left out where no such model is deployed. */
  readonly reranking?: RerankOptions | undefined;
}

export interface Asked {
  readonly query: string;
  readonly filters?: SearchFilters;
  readonly hybridWeight?: number;
  readonly rerank?: boolean;
}

export type Engine = ReturnType<typeof createEngine>;

/** Ranks segments. What it answers is whole lists; pages are cut from them. */
export function createEngine({ index, encoder, cache, recall, reranking }: EngineParts) {
  return {
    /** The segments that fit the query, the best first. */
    rank(tenant: string, { query, filters = {}, hybridWeight = 0.5, rerank = false }: Asked) {
      const reordered = rerank && reranking !== undefined;
      const key = fingerprint([query, filters, hybridWeight, reordered]);
      return cache.get(tenant, key, async () => {
        const filter = { ...filters, tenantId: tenant };
        const [near, worded] = await Promise.all([
          hybridWeight > 0 ? nearest(query, filter) : [],
          hybridWeight < 1 ? index.searchWords(query, { filter, limit: depth }) : [],
        ]);
        const hits = mixRankings(near, worded, hybridWeight);
        return reordered ? rerankHits(hits, query, reranking) : hits;
      });
    },

    /** The nearest neighbours of a segment without itself; `undefined` when the tenant has no such segment. */
    async similar(tenant: string, segmentId: string, sameRecording: boolean) {
      const [point] = await index.scroll({ filter: { tenantId: tenant, segmentIds: [segmentId] }, limit: 1 });
      if (point === undefined) return undefined;
      const others = sameRecording ? {} : { notRecordingId: point.payload.recordingId };
      const hits = await index.search(point.vector, { filter: { tenantId: tenant, ...others }, limit: depth + 1 });
      return hits.filter(({ payload, score }) => payload.segmentId !== segmentId && score > 0);
    },

    async has(tenant: string, segmentId: string): Promise<boolean> {
      return (await index.count({ tenantId: tenant, segmentIds: [segmentId] })) > 0;
    },
  };

  async function nearest(query: string, filter: SegmentFilter): Promise<readonly VectorHit[]> {
    const [vector] = await encoder.encode([query], { purpose: 'query' });
    if (vector === undefined) throw new Error(`The encoder ${encoder.name} gave no vector for a query.`);
    const options = { filter, limit: depth };
    const hits = await index.search(vector, options);
    recall.sample(vector, options, hits);
    return hits;
  }
}
