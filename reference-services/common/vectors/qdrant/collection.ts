import type { QdrantClient, Schemas } from '@qdrant/js-client-rest';
import { hnsw, type IndexModel, schemaVersion } from '../vector-index.ts';

/** The named vectors of each point. */
export const dense = 'sentence';
export const sparse = 'words';

const prefix = 'ai2text-segments';

/** Schema and model are in the name, so an index of another one is left where it is, beside ours. */
export function collectionName({ modelId, modelVersion, dimensions }: IndexModel): string {
  const version = modelVersion.replaceAll(/[^0-9A-Za-z.-]/g, '_');
  return `${prefix}-${schemaVersion}-${modelId}-${version}-${dimensions}`;
}

/** Makes the collection when it is not there; says whether others of ours are, whose points it then lacks. */
export async function ensureCollection(client: QdrantClient, model: IndexModel): Promise<{ readonly lacks: boolean }> {
  const name = collectionName(model);
  const { collections } = await client.getCollections();
  if (collections.some((collection) => collection.name === name)) return { lacks: false };
  await client.createCollection(name, {
    vectors: { [dense]: { size: model.dimensions, distance: 'Cosine' } },
    sparse_vectors: { [sparse]: { modifier: 'idf' } },
    hnsw_config: { m: hnsw.m, ef_construct: hnsw.efConstruct },
  });
  for (const [field_name, field_schema] of payloadIndexes) {
    await client.createPayloadIndex(name, { field_name, field_schema, wait: true });
  }
  return { lacks: collections.some((collection) => collection.name.startsWith(`${prefix}-`)) };
}

const payloadIndexes: readonly (readonly [string, Schemas['PayloadFieldSchema']])[] = [
  ['tenantId', { type: 'keyword', is_tenant: true }],
  ['recordingId', 'keyword'],
  ['transcriptId', 'keyword'],
  ['segmentId', 'keyword'],
  ['speakerId', 'keyword'],
  ['language', 'keyword'],
  ['labels', 'keyword'],
  ['recordedAt', 'datetime'],
  ['startSeconds', 'float'],
  ['endSeconds', 'float'],
];
