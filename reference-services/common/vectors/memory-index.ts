import { bm25 } from './bm25.ts';
import { matches } from './matches.ts';
import { bestFirst, checkDimensions } from './points.ts';
import { queryTerms, termsOf } from './terms.ts';
import {
  type IndexModel,
  type SegmentFilter,
  schemaVersion,
  type VectorIndex,
  type VectorPoint,
} from './vector-index.ts';

/** An exact index in memory, which goes with the process: for tests and trials with up to some ten thousand segments. */
export function createMemoryIndex(model: IndexModel): VectorIndex {
  const points = new Map<string, VectorPoint>();
  return {
    kind: 'memory',
    async upsert(given) {
      checkDimensions(
        given.map(({ vector }) => vector),
        model.dimensions,
      );
      for (const point of given) points.set(point.id, point);
    },
    async delete(filter) {
      for (const { id } of matching(filter)) points.delete(id);
    },
    async search(vector, { filter, limit }) {
      checkDimensions([vector], model.dimensions);
      const hits = matching(filter).map(({ id, payload, vector: other }) => ({
        id,
        payload,
        score: dot(vector, other),
      }));
      return hits.toSorted(bestFirst).slice(0, limit);
    },
    async searchWords(query, { filter, limit }) {
      const candidates = matching(filter);
      const scores = bm25(
        candidates.map(({ payload }) => termsOf(payload.text)),
        queryTerms(query),
      );
      const hits = candidates.map(({ id, payload }, place) => ({ id, payload, score: scores[place] ?? 0 }));
      return hits
        .filter(({ score }) => score > 0)
        .toSorted(bestFirst)
        .slice(0, limit);
    },
    async scroll({ filter, limit, after = '' }) {
      const later = matching(filter).filter(({ id }) => id > after);
      return later.toSorted((one, other) => (one.id < other.id ? -1 : 1)).slice(0, limit);
    },
    count: async (filter) => matching(filter).length,
    info: async () => ({ ...model, schemaVersion, approximate: false }),
    probe: async () => {},
    close: async () => {},
  };

  function matching(filter: SegmentFilter): readonly VectorPoint[] {
    return [...points.values()].filter(({ payload }) => matches(filter, payload));
  }
}

function dot(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, place) => sum + value * (other[place] ?? 0), 0);
}
