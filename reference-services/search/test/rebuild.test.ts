import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import { createHashingEncoder } from '../../common/encoder/hashing-encoder.ts';
import { openLanceIndex } from '../../common/vectors/lance/open.ts';
import { openTestDatabase } from '../../metadata/test/support/embedded.ts';
import { readSearchConfig } from '../src/config.ts';
import { openSearch } from '../src/open.ts';
import { hit } from './support/hits.ts';

const root = mkdtempSync(join(tmpdir(), 'ai2text-search-'));
let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(root, { recursive: true });
});

test('an index of an older schema is set aside and rebuilt, and meanwhile /ready says that the service is degraded', async () => {
  const folder = join(root, 'vectors');
  const encoder = createHashingEncoder();
  const model = { modelId: encoder.id, modelVersion: encoder.version, dimensions: encoder.dimensions };
  await (await openLanceIndex({ folder, model })).index.close();
  writeFileSync(join(folder, 'index.txt'), 'schema 0');

  const { promise: asked, resolve: goOn } = Promise.withResolvers<void>();
  const [vector = new Float32Array()] = await encoder.encode(['kế hoạch']);
  const search = await openSearch(readSearchConfig({ LOG_LEVEL: 'silent', VECTOR_INDEX_DIR: folder }), {
    database,
    source: async function* () {
      await asked;
      yield [{ id: '00000000-0000-4000-8000-000000000001', vector, payload: hit('a', 0, 'kế hoạch').payload }];
    },
  });
  const ready = async () => {
    const response = await search.app.request('/ready');
    return { status: response.status, body: await response.json() };
  };
  const rebuilding = await ready();
  goOn();
  await search.rebuild.settled();
  const whole = await ready();
  const checks = (contents: object) => [
    { name: 'database', status: 'ok' },
    { name: 'encoder hashing-256', status: 'ok' },
    { name: 'index', status: 'ok' },
    { name: 'index-contents', ...contents },
    { name: 'bus', status: 'ok' },
  ];
  const detail = 'The index is being rebuilt, and searches find a part of the segments.';
  expect([rebuilding, whole, await search.index.count({ tenantId: 'ten_A' })]).toEqual([
    { status: 200, body: { status: 'degraded', checks: checks({ status: 'degraded', detail }) } },
    { status: 200, body: { status: 'ready', checks: checks({ status: 'ok' }) } },
    1,
  ]);
  await search.close();
});
