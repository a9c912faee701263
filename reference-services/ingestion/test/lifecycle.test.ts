import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import { sweep } from '../src/lifecycle.ts';
import { wav } from './support/audio.ts';
import { openTestDatabase } from './support/database.ts';
import { openTestService } from './support/service.ts';

let database: Database;
let now = new Date();
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

function later(hours: number): void {
  now = new Date(now.getTime() + hours * 3_600_000);
}

it('an upload expires a day after its last append, with its bytes, and is forgotten 30 days later', async () => {
  const service = await openTestService(database, { clock: () => now });
  const start = await service.caller();
  const { headers } = await start.begin({ sizeBytes: 1000 });
  const location = headers.get('Location') ?? '';
  const uploadId = location.split('/').at(-1);
  later(23);
  await (await service.caller(start.tenant)).append(location, 0, Buffer.alloc(100));
  later(23);
  expect(await sweep(service.deps)).toMatchObject({ expired: 0, objects: 0 });
  later(1);
  const late = await service.caller(start.tenant);
  const refused = await late.append(location, 100, Buffer.alloc(100));
  expect([refused.status, refused.body.detail]).toEqual([409, 'The upload is expired and takes no more bytes.']);
  expect(await sweep(service.deps)).toMatchObject({ expired: 1, objects: 1, forgotten: 0 });
  expect(service.files()).toEqual([]);
  expect((await late.get(`/v1/uploads/${uploadId}`)).body).toMatchObject({ status: 'expired', receivedBytes: 100 });
  later(30 * 24 + 1);
  expect(await sweep(service.deps)).toMatchObject({ forgotten: 1 });
  const after = await service.caller(start.tenant);
  expect((await after.get(`/v1/uploads/${uploadId}`)).status).toBe(404);
});

it('a stored recording stays when its upload is forgotten, and is still known', async () => {
  const service = await openTestService(database, { clock: () => now });
  const caller = await service.caller();
  const file = wav();
  const first = await caller.upload(file);
  later(31 * 24);
  expect(await sweep(service.deps)).toMatchObject({ forgotten: 1, objects: 0 });
  const again = await (await service.caller(caller.tenant)).upload(file);
  expect([again.body.duplicate, again.body.recordingId]).toEqual([true, first.body.recordingId]);
  expect(service.files()).toHaveLength(1);
});

it('files of processes that have died are removed after a day, and younger ones stay', async () => {
  const service = await openTestService(database, { clock: () => now });
  for (const [name, hours] of [
    ['old', 25],
    ['young', 23],
  ] as const) {
    const path = join(service.deps.spool.folder, `${name}.upload`);
    writeFileSync(path, 'x');
    const written = new Date(now.getTime() - hours * 3_600_000);
    utimesSync(path, written, written);
  }
  expect(await sweep(service.deps)).toMatchObject({ files: 1 });
  expect(service.spooled()).toEqual(['young.upload']);
});
