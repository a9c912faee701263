import { QdrantClient } from '@qdrant/js-client-rest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Listening, listen } from '../../listen.ts';
import { createQdrantIndex, openQdrantIndex } from '../../vectors/qdrant/qdrant-index.ts';
import { IndexUnavailableError } from '../../vectors/vector-index.ts';
import { vectorIndexSuite } from './index-suite.ts';
import { type GeneratedStub, generateStub } from './qdrant/generate-stub.ts';
import { stubHandlers } from './qdrant/stub-handlers.ts';
import { model } from './segments.ts';

const document = process.env.QDRANT_OPENAPI;
const server = process.env.QDRANT_URL;

describe.skipIf(document === undefined)("against a strict stub of Qdrant's contract (QDRANT_OPENAPI)", () => {
  let stub: Listening;
  let generated: GeneratedStub;
  const violations: unknown[] = [];
  beforeAll(async () => {
    // Made when the test runs, from a document that is not ours to keep, so there are no types for it.
    generated = generateStub(document ?? '');
    const { createRoutes } = await import(generated.module);
    const app = createRoutes(stubHandlers(), {
      deps: {},
      security: new Proxy({}, { get: () => () => ({}) }),
      onResponseViolation: (violation: unknown) => violations.push(violation),
      onError: (error: unknown) => violations.push(error),
    });
    stub = await listen(app, { host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await stub.close();
    generated.remove();
  });

  vectorIndexSuite(async () => (await openQdrantIndex({ url: stub.url, model })).index);

  test('opening it again finds the collection, and another model gets one of its own', async () => {
    const again = await openQdrantIndex({ url: stub.url, model });
    const other = await openQdrantIndex({ url: stub.url, model: { ...model, dimensions: 8 } });
    expect([again.incomplete, other.incomplete, await other.index.count({ tenantId: 'ten_A' })]).toEqual([
      false,
      true,
      0,
    ]);
    const interrupted = await openQdrantIndex({ url: stub.url, model: { ...model, dimensions: 8 } });
    await interrupted.markComplete();
    const finished = await openQdrantIndex({ url: stub.url, model: { ...model, dimensions: 8 } });
    expect([interrupted.incomplete, finished.incomplete]).toEqual([true, false]);
  });

  test('a reader leaves the collection of another model, and says so', async () => {
    const third = { ...model, dimensions: 16 };
    const opening = openQdrantIndex({ url: stub.url, model: third, onOtherModel: 'leave' });
    await expect(opening).rejects.toThrow(
      /^The index is of collection ai2text-segments-1-.*, and this service encodes with/,
    );
    const client = new QdrantClient({ url: stub.url, checkCompatibility: false });
    const { collections } = await client.getCollections();
    expect(collections.filter(({ name }) => name.endsWith('-16'))).toEqual([]);
  });

  test('no request and no answer broke the contract', () => {
    expect(violations).toEqual([]);
  });
});

test('a server that is away is told as such', async () => {
  const nobody = await listen({ fetch: () => new Response() }, { host: '127.0.0.1', port: 0 });
  await nobody.close();
  const index = createQdrantIndex(new QdrantClient({ url: nobody.url, checkCompatibility: false }), model);
  await expect(index.probe()).rejects.toThrow(IndexUnavailableError);
});

describe.skipIf(server === undefined)('against a server (QDRANT_URL)', () => {
  vectorIndexSuite(async () => (await openQdrantIndex({ url: server ?? '', model })).index);
});
