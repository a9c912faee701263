import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import { flac, wav } from './support/audio.ts';
import { openTestDatabase } from './support/database.ts';
import { eventsOf } from './support/events.ts';
import { openTestService, type TestService } from './support/service.ts';

let database: Database;
let service: TestService;
beforeAll(async () => {
  database = await openTestDatabase();
  service = await openTestService(database, { limits: { maxMultipartBytes: 200_000, maxDurationSeconds: 60 } });
});
afterAll(() => database.close());

const id = (prefix: string) => expect.stringMatching(new RegExp(`^${prefix}_[0-9A-Z]{26}$`));
const moment = expect.stringMatching(/^20.*Z$/);

it('a file becomes an upload, a recording, an object under its digest, and one event', async () => {
  const caller = await service.caller();
  const file = wav(2);
  const sha256 = digestOf(file);
  const metadata = { title: 'Họp kế hoạch quý ba', language: 'vi-VN', recordedAt: '2026-11-20T08:30:00+07:00' };
  const { status, headers, body } = await caller.upload(file, { metadata, sha256, fileName: 'họp quý ba.wav' });
  const storageKey = `${caller.tenant}/sha256/${sha256.slice(0, 2)}/${sha256}.wav`;
  const inUtc = { ...metadata, recordedAt: '2026-11-20T01:30:00.000Z' };
  expect([status, headers.get('Location'), headers.get('ETag'), headers.get('Idempotency-Replayed')]).toEqual([
    201,
    `/v1/uploads/${body.id}`,
    '"v1"',
    'false',
  ]);
  expect(body).toEqual({
    id: id('upl'),
    tenantId: caller.tenant,
    status: 'stored',
    recordingId: id('rec'),
    duplicate: false,
    fileName: 'họp quý ba.wav',
    mediaType: 'audio/wav',
    sizeBytes: file.length,
    receivedBytes: file.length,
    durationSeconds: 2,
    sha256,
    metadata: inUtc,
    createdAt: moment,
    updatedAt: moment,
  });
  expect((await caller.get(`/v1/uploads/${body.id}`)).body).toEqual(body);
  expect(await service.store.size(storageKey)).toBe(file.length);
  expect(service.spooled()).toEqual([]);
  expect(await eventsOf(database, caller.tenant)).toEqual([
    expect.objectContaining({
      type: 'vn.ai2text.recording.ingested.v1',
      source: '/services/ingestion',
      subject: body.recordingId,
      data: {
        recordingId: body.recordingId,
        uploadId: body.id,
        storageKey,
        mediaType: 'audio/wav',
        sizeBytes: file.length,
        sha256,
        durationSeconds: 2,
        sampleRateHz: 16_000,
        channels: 1,
        ...inUtc,
        ingestedAt: moment,
      },
    }),
  ]);
});

it('the same bytes twice in a tenant are one recording and one event; in another tenant they are another', async () => {
  const caller = await service.caller();
  const file = wav();
  const first = await caller.upload(file);
  const second = await caller.upload(file, { fileName: 'hop (1).wav' });
  expect([second.status, second.body.duplicate, second.body.recordingId]).toEqual([200, true, first.body.recordingId]);
  expect(second.body.id).not.toBe(first.body.id);
  const other = await (await service.caller()).upload(file);
  expect([other.status, other.body.duplicate]).toEqual([201, false]);
  expect(await eventsOf(database, caller.tenant)).toHaveLength(1);
});

it('the same bytes ten times at once are one recording and one event', async () => {
  const caller = await service.caller();
  const file = wav();
  const answers = await Promise.all(Array.from({ length: 10 }, () => caller.upload(file)));
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201]);
  expect(new Set(answers.map(({ body }) => body.recordingId)).size).toBe(1);
  expect(await eventsOf(database, caller.tenant)).toHaveLength(1);
});

it('the same request again has the same answer, and another file under its key is refused', async () => {
  const caller = await service.caller();
  const headers = { 'Idempotency-Key': randomUUID() };
  const file = wav();
  const first = await caller.upload(file, { headers });
  const again = await caller.upload(file, { headers });
  expect([again.status, again.headers.get('Idempotency-Replayed'), again.body]).toEqual([201, 'true', first.body]);
  const other = await caller.upload(wav(), { headers });
  expect([other.status, other.body.type]).toEqual([422, 'https://ai2text.example/problems/idempotency-key-reused']);
  expect((await caller.get('/v1/uploads')).body.items).toHaveLength(1);
});

it('bytes that are not what was declared are refused, and leave nothing behind', async () => {
  const caller = await service.caller();
  const { length } = service.files();
  const wrong = digestOf(wav());
  const cases = [
    await caller.upload(wav(), { sha256: wrong }),
    await caller.upload(wav(), { headers: { 'Content-Digest': `sha-256=:${toBase64(wrong)}:` } }),
    await caller.upload(Buffer.from('Xin chào')),
    await caller.upload(wav(), { type: 'audio/flac' }),
    await caller.upload(Buffer.alloc(0)),
    await caller.upload(Buffer.alloc(200_001)),
    await caller.upload(flac(61)),
  ];
  expect(cases.map(({ status }) => status)).toEqual([422, 422, 415, 415, 400, 413, 413]);
  expect(cases.map(({ headers }) => headers.get('Content-Type'))).toEqual(cases.map(() => 'application/problem+json'));
  expect((await caller.get('/v1/uploads')).body.items).toEqual([]);
  expect([service.files().length, service.spooled()]).toEqual([length, []]);
});

it('a digest of the whole request is verified', async () => {
  const caller = await service.caller();
  const boundary = 'xyz';
  const file = wav(1);
  const content = Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="metadata"\r\n\r\n{"language":"vi"}\r\n`),
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"\r\n\r\n`),
    file,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const headers = {
    'Idempotency-Key': randomUUID(),
    'Content-Type': `multipart/form-data; boundary=${boundary}`,
    'Content-Digest': `sha-256=:${toBase64(digestOf(content))}:`,
  };
  const answer = await caller.send('POST', '/v1/uploads', headers, new Uint8Array(content));
  expect([answer.status, answer.body.sha256]).toEqual([201, digestOf(file)]);
  const cut = await caller.send('POST', '/v1/uploads', headers, new Uint8Array(content.subarray(0, 9000)));
  expect([cut.status, service.spooled()]).toEqual([400, []]);
});

it('forms with foreign, missing, repeated or huge parts are refused', async () => {
  const caller = await service.caller();
  const post = (parts: readonly (readonly [string, string | Blob])[]) => {
    const form = new FormData();
    for (const [name, value] of parts) form.append(name, value);
    return caller.send('POST', '/v1/uploads', { 'Idempotency-Key': randomUUID() }, form);
  };
  const metadata = ['metadata', '{"language":"vi"}'] as const;
  const file = ['file', new Blob([new Uint8Array(wav())])] as const;
  const answers = [
    await post([metadata]),
    await post([file]),
    await post([metadata, file, file]),
    await post([metadata, ['__proto__', '{}'], file]),
    await post([['metadata', `{"language":"vi","title":"${'x'.repeat(70_000)}"}`], file]),
    await post([['metadata', '{'], file]),
  ];
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 413, 400]);
  expect(service.spooled()).toEqual([]);
});

it('while the object store is away, an upload answers 503 and can be repeated', async () => {
  let away = true;
  const unsteady = await openTestService(database, {
    objects: (store) => ({
      ...store,
      put: (key, file) => (away ? Promise.reject(new Error('away')) : store.put(key, file)),
    }),
  });
  const caller = await unsteady.caller();
  const headers = { 'Idempotency-Key': randomUUID() };
  const file = wav();
  const refused = await caller.upload(file, { headers });
  expect([refused.status, refused.headers.get('Retry-After'), refused.body.title]).toEqual([
    503,
    '5',
    'Service unavailable',
  ]);
  away = false;
  expect((await caller.upload(file, { headers })).status).toBe(201);
});

it('a file name never becomes a path', async () => {
  const caller = await service.caller();
  const { status, body } = await caller.upload(wav(), { fileName: '../../etc/passwd' });
  expect([status, body.fileName]).toEqual([201, 'passwd']);
  expect(service.files().filter((key) => key.includes('passwd'))).toEqual([]);
});

it('uploads are listed newest first, by status, and of the tenant alone', async () => {
  const caller = await service.caller();
  const ids: string[] = [];
  for (const _ of Array(3)) ids.unshift((await caller.upload(wav())).body.id);
  const first = await caller.get('/v1/uploads?limit=2');
  const { nextCursor } = first.body.page;
  const second = await caller.get(`/v1/uploads?limit=2&cursor=${nextCursor}`);
  const listed = [...first.body.items, ...second.body.items].map((item) => item.id);
  expect([listed, second.body.page]).toEqual([ids, { hasMore: false }]);
  expect((await caller.get('/v1/uploads?status=rejected')).body.items).toEqual([]);
  expect((await (await service.caller()).get(`/v1/uploads/${ids[0]}`)).status).toBe(404);
});

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function toBase64(hexadecimal: string): string {
  return Buffer.from(hexadecimal, 'hex').toString('base64');
}
