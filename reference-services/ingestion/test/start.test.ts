import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openDatabaseBus } from '../../common/events/database-bus/database-bus.ts';
import { workerOptions } from '../../common/events/worker-options.ts';
import { createConsumer, type RecordingIngested } from '../../events/recording-ingested/generated/index.ts';
import { readIngestionConfig } from '../src/config.ts';
import { startIngestion } from '../src/start.ts';
import { wav } from './support/audio.ts';
import { openTestDatabase } from './support/database.ts';
import { newTenant } from './support/service.ts';

const folder = mkdtempSync(join(tmpdir(), 'ingestion-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('an upload over a socket is announced on the bus, with its object where the event says', async () => {
  const database = await openTestDatabase();
  const bus = await openDatabaseBus(database);
  const config = {
    port: 0,
    host: '127.0.0.1',
    logLevel: 'silent',
    tokens: { kind: 'development', keyFile: undefined },
    objects: { kind: 'files', folder: join(folder, 'objects') },
    spoolFolder: join(folder, 'spool'),
  } as const;
  const service = await startIngestion(config, { database, bus });
  const { promise: heard, resolve } = Promise.withResolvers<RecordingIngested>();
  await createConsumer(bus, workerOptions(bus, 'asr-batch')).receiveRecordingIngested(({ payload }) =>
    resolve(payload),
  );
  const tenant = newTenant();
  const token = await service.issuer?.issue({ tenant, scopes: ['uploads:read', 'uploads:write'] });
  const body = new FormData();
  body.append('metadata', '{"language":"vi-VN"}');
  body.append('file', new Blob([new Uint8Array(wav())]), 'họp.wav');
  const headers = { Authorization: `Bearer ${token}`, 'Idempotency-Key': randomUUID() };
  const answer = await fetch(`${service.url}/v1/uploads`, { method: 'POST', headers, body });
  const upload = await answer.json();
  const { subject, tenantid, data } = await heard;
  expect([answer.status, subject, tenantid, data.uploadId]).toEqual([201, upload.recordingId, tenant, upload.id]);
  expect(await service.deps.objects.size(data.storageKey)).toBe(data.sizeBytes);
  const ready = await (await fetch(`${service.url}/ready`)).json();
  expect(ready).toEqual({
    status: 'ready',
    checks: [
      { name: 'database', status: 'ok' },
      { name: 'object store', status: 'ok' },
    ],
  });
  await service.stop();
  await bus.close();
  await database.close();
});

it.each([
  [{ S3_ENDPOINT: 'here' }, /^S3_ENDPOINT is not the address of an object store\..*\nS3_BUCKET is missing\./],
  [{ NATS_URL: 'here' }, 'NATS_URL is not the address of a NATS server.'],
  [
    { INGESTION_MAX_APPEND_BYTES: '67108865' },
    'INGESTION_MAX_APPEND_BYTES is "67108865". Set it to a whole number from 1 to 67108864.',
  ],
  [{ NODE_ENV: 'production' }, 'INGESTION_JWKS_FILE is missing.'],
])('a wrong environment is refused by the name of its variable: %j', (environment, sentence) => {
  expect(() => readIngestionConfig(environment)).toThrow(sentence);
});
