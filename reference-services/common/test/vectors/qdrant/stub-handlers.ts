import { bySimilarity, byWords, fits, type StubFilter, type StubPoint, type StubSparse } from './evaluate.ts';

interface Input {
  readonly path: { readonly collection_name: string };
  // The generated types of the stub are not there when this is checked; its server has validated the body by then.
  // biome-ignore lint/suspicious/noExplicitAny: a body of an operation whose types are generated when the test runs
  readonly body: any;
}

/** Qdrant's answers to the operations that the index uses, over points in memory. */
export function stubHandlers() {
  const collections = new Map<string, StubCollection>();
  const aliases = new Map<string, string>();
  const pointsOf = ({ path }: Input) => collections.get(path.collection_name)?.points ?? new Map<string, StubPoint>();
  const matching = (input: Input) => {
    const filter: StubFilter = input.body.filter;
    return [...pointsOf(input).values()].filter((point) => fits(filter, point.payload));
  };
  const updated = () => ok({ operation_id: 1, status: 'completed' });
  return {
    getCollections: () => ok({ collections: [...collections.keys()].map((name) => ({ name })) }),
    collectionExists: ({ path }: Input) => ok({ exists: collections.has(path.collection_name) }),
    createCollection: ({ path, body }: Input) => {
      const { size } = body.vectors.sentence;
      collections.set(path.collection_name, { size, points: new Map(), fields: new Set() });
      return ok(true);
    },
    getCollection: ({ path }: Input) => ok(infoOf(collections.get(path.collection_name))),
    createFieldIndex: ({ path, body }: Input) => {
      collections.get(path.collection_name)?.fields.add(body.field_name);
      return updated();
    },
    updateAliases: ({ body }: Omit<Input, 'path'>) => {
      for (const { create_alias: made, delete_alias: gone } of body.actions) {
        if (made !== undefined) aliases.set(made.alias_name, made.collection_name);
        if (gone !== undefined) aliases.delete(gone.alias_name);
      }
      return ok(true);
    },
    getCollectionAliases: ({ path }: Input) => {
      const own = [...aliases].filter(([, name]) => name === path.collection_name);
      return ok({ aliases: own.map(([alias_name, collection_name]) => ({ alias_name, collection_name })) });
    },
    upsertPoints: (input: Input) => {
      for (const point of input.body.points) pointsOf(input).set(point.id, point);
      return updated();
    },
    deletePoints: (input: Input) => {
      for (const { id } of matching(input)) pointsOf(input).delete(id);
      return updated();
    },
    countPoints: (input: Input) => ok({ count: matching(input).length }),
    scrollPoints: (input: Input) => {
      const { offset = '', limit } = input.body;
      const sorted = matching(input).toSorted((one, other) => (one.id < other.id ? -1 : 1));
      const points = sorted.filter(({ id }) => id >= offset).slice(0, limit);
      return ok({ points: points.map(({ id, payload, vector }) => ({ id, payload, vector })), next_page_offset: null });
    },
    queryPoints: (input: Input) => {
      const { query, limit } = input.body;
      const all = [...pointsOf(input).values()];
      const candidates = matching(input);
      const scored = Array.isArray(query)
        ? bySimilarity(candidates, query)
        : byWords(candidates, all, query as StubSparse);
      const points = scored.toSorted((one, other) => other.score - one.score).slice(0, limit);
      return ok({ points: points.map(({ point: { id, payload }, score }) => ({ id, payload, score, version: 1 })) });
    },
  };
}

function ok(result: unknown) {
  return { status: 200, body: { time: 0.001, status: 'ok', result } };
}

interface StubCollection {
  readonly size: number;
  readonly points: Map<string, StubPoint>;
  /** Those with a payload index. */
  readonly fields: Set<string>;
}

function infoOf({ size, fields }: StubCollection = { size: 1, points: new Map(), fields: new Set() }) {
  return {
    status: 'green',
    optimizer_status: 'ok',
    indexed_vectors_count: 0,
    points_count: 0,
    segments_count: 1,
    payload_schema: Object.fromEntries([...fields].map((name) => [name, { data_type: 'keyword', points: 0 }])),
    config: {
      params: { vectors: { sentence: { size, distance: 'Cosine' } } },
      hnsw_config: { m: 16, ef_construct: 200, full_scan_threshold: 10_000 },
      optimizer_config: {
        deleted_threshold: 0.2,
        vacuum_min_vector_number: 1_000,
        default_segment_number: 0,
        flush_interval_sec: 5,
      },
    },
  };
}
