import type { QdrantClient, Schemas } from '@qdrant/js-client-rest';
import { type OnOtherModel, OtherModelError } from '../other-model.ts';
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

/**
 * Makes the collection when it is not there. It is incomplete when others of ours were there before it, whose points it lacks.
 * With `leave`, an index of another model or schema is left to whoever writes it.
 */
export async function ensureCollection(
  client: QdrantClient,
  model: IndexModel,
  onOtherModel: OnOtherModel = 'set-aside',
): Promise<void> {
  const name = collectionName(model);
  const { collections } = await client.getCollections();
  const isThere = collections.some((collection) => collection.name === name);
  if (isThere && (await isWholeSchema(client, name))) return;
  const other = collections.find((collection) => collection.name !== name && collection.name.startsWith(`${prefix}-`));
  if (other !== undefined && onOtherModel === 'leave') throw new OtherModelError(`collection ${other.name}`, model);
  if (!isThere) {
    await client.createCollection(name, {
      vectors: { [dense]: { size: model.dimensions, distance: 'Cosine' } },
      sparse_vectors: { [sparse]: { modifier: 'idf' } },
      hnsw_config: { m: hnsw.m, ef_construct: hnsw.efConstruct },
    });
  }
  if (other !== undefined) await markIncomplete(client, name);
  // The last of them says that nothing was cut short before.
  for (const [field_name, field_schema] of payloadIndexes) {
    await client.createPayloadIndex(name, { field_name, field_schema, wait: true });
  }
}

async function isWholeSchema(client: QdrantClient, name: string): Promise<boolean> {
  const { payload_schema } = await client.getCollection(name);
  return payloadIndexes.every(([field]) => field in payload_schema);
}

/** There until what an earlier collection held is written again, whichever process does it. */
const markOf = (name: string) => `${name}-incomplete`;

async function markIncomplete(client: QdrantClient, name: string): Promise<void> {
  if (await isIncomplete(client, name)) return;
  const create_alias = { collection_name: name, alias_name: markOf(name) };
  await client.updateCollectionAliases({ actions: [{ create_alias }] });
}

export async function isIncomplete(client: QdrantClient, name: string): Promise<boolean> {
  const { aliases } = await client.getCollectionAliases(name);
  return aliases.some(({ alias_name }) => alias_name === markOf(name));
}

export async function markComplete(client: QdrantClient, name: string): Promise<void> {
  if (!(await isIncomplete(client, name))) return;
  await client.updateCollectionAliases({ actions: [{ delete_alias: { alias_name: markOf(name) } }] });
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
