import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import { listen } from '../../common/listen.ts';
import { wav } from './support/audio.ts';
import type { Caller } from './support/caller.ts';
import { openTestDatabase } from './support/database.ts';
import { eventsOf } from './support/events.ts';
import { openTestService, type TestService } from './support/service.ts';

let database: Database;
let service: TestService;
beforeAll(async () => {
  database = await openTestDatabase();
  service = await openTestService(database, { limits: { maxResumableBytes: 200_000, maxAppendBytes: 50_000 } });
});
afterAll(() => database.close());

async function begin(caller: Caller, file: Buffer, members: object = {}): Promise<string> {
  const { status, headers } = await caller.begin({ fileName: 'phỏng vấn.wav', sizeBytes: file.length, ...members });
  expect(status).toBe(201);
  return headers.get('Location') ?? '';
}

async function offsetOf(caller: Caller, location: string) {
  const { status, headers } = await caller.send('HEAD', location);
  return [status, headers.get('Upload-Offset'), headers.get('Upload-Complete')];
}

it('a file arrives in pieces and becomes a recording with one event', async () => {
  const caller = await service.caller();
  const file = wav(2);
  const location = await begin(caller, file, { sha256: digestOf(file) });
  expect(await offsetOf(caller, location)).toEqual([204, '0', '?0']);
  const first = await caller.append(location, 0, file.subarray(0, 30_000));
  expect([first.status, first.headers.get('Upload-Offset')]).toEqual([204, '30000']);
  const last = await caller.append(location, 30_000, file.subarray(30_000), { 'Upload-Complete': '?1' });
  expect([last.status, last.headers.get('Upload-Complete'), last.body]).toEqual([
    200,
    '?1',
    expect.objectContaining({
      status: 'stored',
      duplicate: false,
      fileName: 'phỏng vấn.wav',
      mediaType: 'audio/wav',
      receivedBytes: file.length,
      durationSeconds: 2,
      sha256: digestOf(file),
    }),
  ]);
  expect(await offsetOf(caller, location)).toEqual([204, String(file.length), '?1']);
  const events = await eventsOf(database, caller.tenant);
  expect(events.map(({ data }) => data.recordingId)).toEqual([last.body.recordingId]);
  await service.deps.ledger.collect();
  expect(service.files().filter((key) => key.includes(location.slice(-26)))).toEqual([]);
});

it('what came before a connection broke is kept, and the upload goes on from there', async () => {
  const server = await listen(service.app, { port: 0, host: '127.0.0.1' });
  const caller = await service.caller();
  const file = wav(2);
  const location = await begin(caller, file);
  const socket = connect(server.port, '127.0.0.1');
  const head = [
    `PATCH ${location} HTTP/1.1`,
    'Host: localhost',
    `Authorization: Bearer ${await service.token(caller.tenant)}`,
    'Content-Type: application/partial-upload',
    'Upload-Offset: 0',
    'Upload-Complete: ?0',
    'Content-Length: 40000',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  socket.write(file.subarray(0, 20_000));
  await expect.poll(() => service.spooled().length).toBe(1);
  socket.destroy();
  await expect.poll(() => offsetOf(caller, location)).not.toEqual([204, '0', '?0']);
  const offset = Number((await offsetOf(caller, location))[1]);
  expect(offset).toBeLessThanOrEqual(20_000);
  await caller.append(location, offset, file.subarray(offset, 40_000));
  const last = await caller.append(location, 40_000, file.subarray(40_000), { 'Upload-Complete': '?1' });
  expect([last.status, last.body.sha256]).toEqual([200, digestOf(file)]);
  await server.close();
});

it('an offset that is not the next one is refused by number, and stores nothing', async () => {
  const caller = await service.caller();
  const location = await begin(caller, wav());
  await caller.append(location, 0, Buffer.alloc(100));
  const { status, body } = await caller.append(location, 50, Buffer.alloc(100));
  expect([status, body]).toEqual([
    409,
    expect.objectContaining({
      type: 'https://iana.org/assignments/http-problem-types#mismatching-upload-offset',
      'expected-offset': 100,
      'provided-offset': 50,
    }),
  ]);
  expect(await offsetOf(caller, location)).toEqual([204, '100', '?0']);
});

it('of two appends at the same offset at once, one counts', async () => {
  const caller = await service.caller();
  const file = wav();
  const location = await begin(caller, file);
  const append = () => caller.append(location, 0, file.subarray(0, 10_000));
  const answers = await Promise.all([append(), append(), append()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
  const last = await caller.append(location, 10_000, file.subarray(10_000), { 'Upload-Complete': '?1' });
  expect([last.status, last.body.sha256]).toEqual([200, digestOf(file)]);
});

it('appends that are too large, incomplete, damaged or empty are refused, and store nothing', async () => {
  const caller = await service.caller();
  const file = wav();
  const location = await begin(caller, file);
  const digest = `sha-256=:${Buffer.from(digestOf(wav()), 'hex').toString('base64')}:`;
  const answers = [
    await caller.append(location, 0, Buffer.alloc(file.length + 1)),
    await caller.append(location, 0, Buffer.alloc(50_001)),
    await caller.append(location, 0, file.subarray(0, 100), { 'Upload-Complete': '?1' }),
    await caller.append(location, 0, file.subarray(0, 100), { 'Content-Digest': digest }),
    await caller.append(location, 0, Buffer.alloc(0)),
  ];
  expect(answers.map(({ status }) => status)).toEqual([413, 413, 400, 422, 400]);
  expect(await offsetOf(caller, location)).toEqual([204, '0', '?0']);
  expect(service.spooled()).toEqual([]);
});

it('a whole file that is not what was announced is rejected, and the upload says why', async () => {
  const caller = await service.caller();
  const file = wav();
  const location = await begin(caller, file, { sha256: digestOf(wav()) });
  const last = await caller.append(location, 0, file, { 'Upload-Complete': '?1' });
  expect([last.status, last.body.title]).toEqual([422, 'Unprocessable content']);
  const { body } = await caller.get(location.replace('resumable-uploads', 'uploads'));
  expect([body.status, body.problem.detail, body.recordingId]).toEqual(['rejected', last.body.detail, undefined]);
  const text = await begin(caller, Buffer.from('Xin chào'));
  expect((await caller.append(text, 0, Buffer.from('Xin chào'), { 'Upload-Complete': '?1' })).status).toBe(415);
  expect((await offsetOf(caller, text))[0]).toBe(404);
  expect(await eventsOf(database, caller.tenant)).toEqual([]);
});

it('a file that the tenant has is a duplicate by this way too', async () => {
  const caller = await service.caller();
  const file = wav();
  const { body } = await caller.upload(file);
  const location = await begin(caller, file);
  const last = await caller.append(location, 0, file, { 'Upload-Complete': '?1' });
  expect([last.body.duplicate, last.body.recordingId]).toEqual([true, body.recordingId]);
  expect(await eventsOf(database, caller.tenant)).toHaveLength(1);
});

it('a cancelled upload takes nothing more and leaves nothing; a complete one cannot be cancelled', async () => {
  const caller = await service.caller();
  const file = wav();
  const location = await begin(caller, file);
  await caller.append(location, 0, file.subarray(0, 100));
  expect((await caller.send('DELETE', location)).status).toBe(204);
  expect((await caller.append(location, 100, file.subarray(100))).status).toBe(409);
  await service.deps.ledger.collect();
  expect(service.files().filter((key) => key.includes(location.slice(-26)))).toEqual([]);
  const done = await begin(caller, file);
  await caller.append(done, 0, file, { 'Upload-Complete': '?1' });
  expect((await caller.send('DELETE', done)).status).toBe(409);
});

it('a file that is announced too large or empty is refused at once; another tenant sees nothing of an upload', async () => {
  const caller = await service.caller();
  expect((await caller.begin({ sizeBytes: 200_001 })).status).toBe(413);
  expect((await caller.begin({ sizeBytes: 0 })).status).toBe(422);
  const location = await begin(caller, wav());
  const other = await service.caller();
  expect((await offsetOf(other, location))[0]).toBe(404);
  expect((await other.append(location, 0, Buffer.alloc(1))).status).toBe(404);
  expect((await other.send('DELETE', location)).status).toBe(404);
});

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
