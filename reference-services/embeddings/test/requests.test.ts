import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import { migrateDown, migrateUp } from '../../common/database/migrate.ts';
import { readMigrations } from '../../common/database/migration-files.ts';
import { createHashingEncoder } from '../../common/encoder/hashing-encoder.ts';
import { until } from '../../common/test/bus/until.ts';
import type { VectorPoint } from '../../common/vectors/vector-index.ts';
import { openTestDatabase } from '../../metadata/test/support/embedded.ts';
import { migrationsFolder } from '../src/open.ts';
import { publish, transcript } from './support/events.ts';
import { openTestService, type TestService } from './support/service.ts';

// A database in the process takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

let database: Database;
let service: TestService;
beforeAll(async () => {
  database = await openTestDatabase();
  service = await openTestService(database);
});
afterAll(async () => {
  await service.close();
  await database.close();
});

async function embedded(texts: readonly string[]) {
  const of = transcript(texts);
  const caller = await service.caller(of.tenant);
  await publish(service.bus, of);
  await until(async () => (await caller.get('/v1/jobs?status=succeeded')).body.items.length > 0);
  return { of, caller };
}

test('a job that is asked for is done, once for each key', async () => {
  const { of, caller } = await embedded(['Xin chào.', 'Tạm biệt.']);
  const ask = () => caller.post('/v1/jobs', { transcriptId: of.transcriptId, reuse: false }, 'the-same-key');
  const [first, second] = [await ask(), await ask()];
  expect([first.status, second.body, second.headers.get('Idempotency-Replayed')]).toEqual([202, first.body, 'true']);
  const job = () => caller.get(`/v1/jobs/${first.body.id}`);
  await until(async () => (await job()).body.status === 'succeeded');
  expect((await job()).body.counts).toEqual({ created: 2, reused: 0, deleted: 0 });
  expect((await caller.get('/v1/jobs')).body.items).toHaveLength(2);
});

test('a job of another tenant, of an older transcript or for an encoder that is not loaded is refused', async () => {
  const { of, caller } = await embedded(['Xin chào.']);
  const stranger = await service.caller(transcript([]).tenant);
  expect((await stranger.post('/v1/jobs', { transcriptId: of.transcriptId })).status).toBe(404);
  const newer = { ...transcript(['Chào.']), tenant: of.tenant, recordingId: of.recordingId };
  await publish(service.bus, newer);
  await until(async () => (await caller.get('/v1/jobs?status=succeeded')).body.items.length === 2);
  const older = await caller.post('/v1/jobs', { transcriptId: of.transcriptId });
  expect([older.status, older.body.errors]).toEqual([
    422,
    [{ pointer: '#/transcriptId', detail: 'is not the current transcript of its recording' }],
  ]);
  const modelId = 'mdl_01M45FZWWG7YJDH3B8FAP0Q5RS';
  const other = await caller.post('/v1/jobs', { transcriptId: newer.transcriptId, modelId });
  expect([other.status, other.body.errors]).toEqual([
    422,
    [{ pointer: '#/modelId', detail: 'is no encoder that is loaded' }],
  ]);
});

test('the status of a recording counts its vectors, and changes its entity tag with them', async () => {
  const { of, caller } = await embedded(['Một.', 'Hai.']);
  const status = await caller.get(`/v1/vectors/status?recordingId=${of.recordingId}`);
  expect(status.body).toEqual({
    ...{ recordingId: of.recordingId, modelId: createHashingEncoder().id },
    ...{ segments: 2, vectors: 2, missing: 0, updatedAt: expect.any(String) },
  });
  expect(status.headers.get('ETag')).toMatch(/^"[0-9a-f]{32}"$/);
  const unknown = await caller.get(`/v1/vectors/status?recordingId=${transcript([]).recordingId}`);
  expect(unknown.status).toBe(404);
});

test('texts are encoded as the worker encodes them', async () => {
  const caller = await service.caller(transcript([]).tenant);
  const texts = ['quy hoạch khu đô thị', 'quy hoach khu do thi'];
  const { body } = await caller.post('/v1/encode', { texts });
  const vectors = await createHashingEncoder().encode(texts);
  expect(body.embeddings).toEqual(vectors.map((vector, index) => ({ index, vector: [...vector], truncated: false })));
});

test('what is stored rebuilds an index: each point as it was written', async () => {
  const { of } = await embedded(['Câu một.', 'Câu hai.']);
  const written = await service.index.scroll({ filter: { tenantId: of.tenant }, limit: 10 });
  const stored: VectorPoint[] = [];
  for await (const batch of service.segmentSource({ signal: new AbortController().signal })) stored.push(...batch);
  const ofIt = stored.filter(({ payload }) => payload.tenantId === of.tenant);
  const about = ({ id, vector, payload: { updatedAt: _, createdAt: __, ...payload } }: VectorPoint) => ({
    ...{ id, vector, payload },
  });
  expect(ofIt.toSorted((one, other) => (one.id < other.id ? -1 : 1)).map(about)).toEqual(written.map(about));
});

test('the migrations go down and up again', async () => {
  const empty = await openTestDatabase();
  const migrations = readMigrations(migrationsFolder);
  const up = () => migrateUp(empty, migrations, 'embeddings_migrations');
  const applied = await up();
  expect(await migrateDown(empty, migrations, 2, 'embeddings_migrations')).toEqual(applied.toReversed());
  const left = await empty.query(`SELECT tablename FROM pg_tables WHERE tablename LIKE 'embedding%'`);
  expect(left).toEqual([{ tablename: 'embeddings_migrations' }]);
  expect(await up()).toEqual(applied);
  await empty.close();
});
