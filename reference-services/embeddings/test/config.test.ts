import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openEncoder } from '../../common/encoder/config.ts';
import { writeTinyModel } from '../../common/test/encoder/tiny-model.ts';
import { openTestDatabase } from '../../metadata/test/support/embedded.ts';
import { newTenant } from '../../metadata/test/support/service.ts';
import { readEmbeddingsConfig } from '../src/config.ts';
import { openTestService } from './support/service.ts';

// A database in the process takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

test('an empty environment means embedded parts and the encoder that needs no file', () => {
  const { port, database, bus, vectors, encoder, concurrency } = readEmbeddingsConfig({});
  expect({ port, database, bus, vectors, encoder, concurrency }).toEqual({
    port: 8086,
    database: { kind: 'embedded', folder: undefined },
    bus: { natsUrl: undefined, replicas: 1 },
    vectors: { kind: 'memory' },
    encoder: { kind: 'hashing' },
    concurrency: 8,
  });
});

test('all that is wrong is said at once, with the name of the variable', () => {
  const environment = { NATS_URL: 'http://nats', EMBEDDINGS_CONCURRENCY: '0', ENCODER_PROVIDER: 'tpu' };
  expect(() => readEmbeddingsConfig(environment)).toThrow(
    [
      'NATS_URL is not the address of a NATS server. Set it like nats://host:4222.',
      'ENCODER_PROVIDER is "tpu". Set it to one of cpu, cuda, webgpu.',
      'EMBEDDINGS_CONCURRENCY is "0". Set it to a whole number from 1 to 64.',
    ].join('\n'),
  );
});

test('a model on disk takes the place of hashing, and readiness says what it is computed by', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'encoder-'));
  writeTinyModel(folder);
  const config = readEmbeddingsConfig({ ENCODER_MODEL_DIR: folder, ENCODER_PROVIDER: 'cpu' });
  const database = await openTestDatabase();
  const service = await openTestService(database, { encoder: await openEncoder(config.encoder) });
  const caller = await service.caller(newTenant());
  const { body: readiness } = await caller.get('/ready');
  expect(readiness.checks).toContainEqual({ name: 'encoder tiny on cpu', status: 'ok' });
  const { body: encoded } = await caller.post('/v1/encode', { texts: ['a', 'a '.repeat(30)] });
  expect(encoded).toMatchObject({
    modelVersion: '1.0.0',
    dimensions: 8,
    embeddings: [{ truncated: false }, { truncated: true }],
  });
  const { body: models } = await caller.get('/v1/models');
  expect(models.items).toMatchObject([{ name: 'tiny', kind: 'onnx', maxTokens: 16, current: true }]);
  await service.close();
  await database.close();
  rmSync(folder, { recursive: true });
});
