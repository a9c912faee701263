import { expect, test } from 'vitest';
import { readSearchConfig } from '../src/config.ts';

test('without any variable everything is embedded', () => {
  const { port, vectors, cache, recallShare, rerankTimeoutMs, bus, maxBodyBytes } = readSearchConfig({});
  expect({ port, vectors, cache, recallShare, rerankTimeoutMs, bus, maxBodyBytes }).toEqual({
    port: 8083,
    vectors: { kind: 'memory' },
    cache: { entries: 1_000, lifetimeMs: 60_000 },
    recallShare: 0.01,
    rerankTimeoutMs: 300,
    bus: { natsUrl: undefined, replicas: 1 },
    maxBodyBytes: 65_536,
  });
});

test('a folder makes the index a LanceDB one', () => {
  const { vectors } = readSearchConfig({ VECTOR_INDEX_DIR: '/data/vectors' });
  expect(vectors).toEqual({ kind: 'lancedb', folder: '/data/vectors' });
});

test('an address of Qdrant makes the index that server, and a folder beside it is refused', () => {
  const qdrant = { QDRANT_URL: 'http://qdrant:6333', QDRANT_API_KEY: 'secret' };
  expect(readSearchConfig(qdrant).vectors).toEqual({ kind: 'qdrant', url: 'http://qdrant:6333', apiKey: 'secret' });
  expect(() => readSearchConfig({ ...qdrant, VECTOR_INDEX_DIR: '/data' })).toThrow(
    'VECTOR_INDEX_DIR and QDRANT_URL are both set. Unset the one that you do not mean.',
  );
  expect(() => readSearchConfig({ QDRANT_URL: 'qdrant:6333' })).toThrow(
    'QDRANT_URL is not the address of a Qdrant server. Set it like http://host:6333.',
  );
});

test('wrong variables are named, all of them', () => {
  const wrong = { SEARCH_CACHE_ENTRIES: 'many', SEARCH_RECALL_PERCENT: '101', NATS_URL: 'http://bus' };
  expect(() => readSearchConfig(wrong)).toThrow(
    [
      'NATS_URL is not the address of a NATS server. Set it like nats://host:4222.',
      'SEARCH_CACHE_ENTRIES is "many". Set it to a whole number from 0 to 1000000.',
      'SEARCH_RECALL_PERCENT is "101". Set it to a whole number from 0 to 100.',
    ].join('\n'),
  );
});
