import { QdrantClient } from '@qdrant/js-client-rest';
import type { OpenVectors } from '../open-vectors.ts';
import type { OnOtherModel } from '../other-model.ts';
import { bestFirst, checkDimensions, lastOfEach } from '../points.ts';
import {
  hnsw,
  type IndexModel,
  type SegmentFilter,
  type SegmentPayload,
  schemaVersion,
  type VectorHit,
  type VectorIndex,
  type VectorPoint,
} from '../vector-index.ts';
import { tellingWhenAway } from './away.ts';
import { collectionName, dense, ensureCollection, isIncomplete, markComplete, sparse } from './collection.ts';
import { filterOf } from './filter.ts';
import { sparseQuery, sparseText } from './sparse-words.ts';

export interface QdrantOptions {
  readonly url: string;
  readonly apiKey?: string | undefined;
  readonly model: IndexModel;
  readonly timeoutMs?: number;
  /** What else is there stays in any case, but is refused instead of being begun anew beside it. */
  readonly onOtherModel?: OnOtherModel;
}

/** Some megabytes of JSON; the server takes 32 MiB by default. */
const pointsOfRequest = 500;
/** In KiB of vectors, where the server's configuration does not say. */
const usualIndexingThreshold = 10_000;

/** The index on a Qdrant server (1.10 or later). */
export async function openQdrantIndex(options: QdrantOptions): Promise<OpenVectors> {
  const { url, apiKey, model, timeoutMs = 10_000, onOtherModel } = options;
  const client = new QdrantClient({ url, ...(apiKey && { apiKey }), timeout: timeoutMs, checkCompatibility: false });
  await ensureCollection(client, model, onOtherModel);
  const name = collectionName(model);
  return {
    index: createQdrantIndex(client, model),
    incomplete: await isIncomplete(client, name),
    isIncomplete: () => isIncomplete(client, name),
    markComplete: () => markComplete(client, name),
  };
}

/** Over a collection that is there. */
export function createQdrantIndex(client: QdrantClient, model: IndexModel): VectorIndex {
  return tellingWhenAway(indexOver(client, model));
}

function indexOver(client: QdrantClient, model: IndexModel): VectorIndex {
  const name = collectionName(model);
  return {
    kind: 'qdrant',
    async upsert(given) {
      checkDimensions(
        given.map(({ vector }) => vector),
        model.dimensions,
      );
      const points = lastOfEach(given).map(structOf);
      for (let start = 0; start < points.length; start += pointsOfRequest) {
        await client.upsert(name, { wait: true, points: points.slice(start, start + pointsOfRequest) });
      }
    },
    async delete(asked) {
      const filter = filterOf(asked);
      if (filter !== undefined) await client.delete(name, { wait: true, filter });
    },
    async search(vector, { filter, limit, exact = false }) {
      checkDimensions([vector], model.dimensions);
      const params = exact ? { exact } : { hnsw_ef: hnsw.efSearch };
      return query({ query: Array.from(vector), using: dense, limit, params }, filter);
    },
    async searchWords(text, { filter, limit }) {
      const words = sparseQuery(text);
      return words.indices.length === 0 ? [] : query({ query: words, using: sparse, limit }, filter);
    },
    async scroll({ filter: asked, limit, after }) {
      const filter = filterOf(asked);
      if (filter === undefined) return [];
      // The offset is the first point of the page; ours is the last of the page before.
      const from = after === undefined ? { limit } : { limit: limit + 1, offset: after };
      const { points } = await client.scroll(name, { ...from, filter, with_payload: true, with_vector: [dense] });
      return points
        .filter(({ id }) => id !== after)
        .slice(0, limit)
        .map((record) => ({
          id: String(record.id),
          payload: payloadOf(record),
          vector: Float32Array.from(vectorOf(record.vector)),
        }));
    },
    async count(asked) {
      const filter = filterOf(asked);
      return filter === undefined ? 0 : (await client.count(name, { filter, exact: true })).count;
    },
    async info() {
      const { points_count, config } = await client.getCollection(name);
      // The server builds its graph for parts of the collection that are larger than this; smaller ones it compares whole.
      const threshold = config.optimizer_config.indexing_threshold ?? usualIndexingThreshold;
      const kibibytes = ((points_count ?? 0) * model.dimensions * 4) / 1024;
      return { ...model, schemaVersion, approximate: threshold > 0 && kibibytes >= threshold };
    },
    async probe() {
      await client.collectionExists(name);
    },
    close: async () => {},
  };

  async function query(
    request: Parameters<QdrantClient['query']>[1],
    asked: SegmentFilter,
  ): Promise<readonly VectorHit[]> {
    const filter = filterOf(asked);
    if (filter === undefined) return [];
    const { points } = await client.query(name, { ...request, filter, with_payload: true });
    return points
      .map((one): VectorHit => ({ id: String(one.id), payload: payloadOf(one), score: one.score }))
      .sort(bestFirst);
  }
}

function structOf({ id, vector, payload }: VectorPoint) {
  return { id, vector: { [dense]: Array.from(vector), [sparse]: sparseText(payload.text) }, payload: { ...payload } };
}

/** Only `structOf` writes payloads of the collection. */
function payloadOf({ payload }: { readonly payload?: unknown }): SegmentPayload {
  return payload as SegmentPayload;
}

function vectorOf(vectors: unknown): readonly number[] {
  const vector = typeof vectors === 'object' && vectors !== null && dense in vectors ? vectors[dense] : [];
  return Array.isArray(vector) ? vector : [];
}
