import { ulid } from 'ulid';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import { createHashingEncoder } from '../../common/encoder/hashing-encoder.ts';
import { until } from '../../common/test/bus/until.ts';
import type { EmbeddingsCreated } from '../../events/embeddings-created/generated/types.ts';
import { openTestDatabase } from '../../metadata/test/support/embedded.ts';
import { listenForAnnouncements, publish, type Transcript, transcript } from './support/events.ts';
import { openTestService, type TestService } from './support/service.ts';

const meeting = ['Chào buổi sáng, hôm nay chúng ta họp.', 'Doanh thu tháng 9 tăng 12 %.', 'Xin cảm ơn.'];

// A database in the process takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

let database: Database;
let service: TestService;
let announced: EmbeddingsCreated[];
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  service = await openTestService(database);
  announced = await listenForAnnouncements(service.bus);
});
afterEach(() => service.close());
afterAll(() => database.close());

async function embedded(of: Transcript): Promise<EmbeddingsCreated> {
  const ofIt = () => announced.filter(({ subject }) => subject === of.recordingId);
  const before = ofIt().length;
  await publish(service.bus, of);
  await until(() => ofIt().length > before);
  const last = ofIt().at(-1);
  if (last === undefined) throw new Error('Nothing was announced.');
  return last;
}

function indexed({ tenant, recordingId }: Transcript) {
  return service.index.scroll({ filter: { tenantId: tenant, recordingIds: [recordingId] }, limit: 1000 });
}

test('each sentence gets its vector, and the event tells of it', async () => {
  const of = transcript(meeting);
  const { data, subject, tenantid } = await embedded(of);
  const encoder = createHashingEncoder();
  const points = await indexed(of);
  const inOrder = points.toSorted((one, other) => one.payload.index - other.payload.index);
  expect(inOrder.map(({ payload }) => [payload.segmentId, payload.text])).toEqual(
    meeting.map((text, index) => [of.segmentIds[index], text]),
  );
  expect(inOrder.map(({ vector }) => vector)).toEqual(await encoder.encode(meeting));
  expect({ subject, tenantid, data }).toEqual({
    subject: of.recordingId,
    tenantid: of.tenant,
    data: {
      recordingId: of.recordingId,
      transcriptId: of.transcriptId,
      jobId: expect.stringMatching(/^job_/),
      model: { id: encoder.id, version: encoder.version },
      dimensions: 256,
      collection: 'segments-hashing-256',
      counts: { created: 3, reused: 0, deleted: 0 },
      segmentIds: of.segmentIds,
      deletedSegmentIds: [],
      createdAt: expect.any(String),
    },
  });
});

test('the same event five times is one job, one announcement and the same vectors', async () => {
  const of = transcript(meeting);
  const eventId = `evt_${ulid()}`;
  for (let time = 0; time < 5; time += 1) await publish(service.bus, of, eventId);
  const last = transcript(['Sau đó.']);
  await publish(service.bus, last);
  await until(() => announced.some(({ subject }) => subject === last.recordingId));
  const caller = await service.caller(of.tenant);
  const { body } = await caller.get('/v1/jobs');
  expect(body.items).toMatchObject([
    { status: 'succeeded', attempt: 1, counts: { created: 3, reused: 0, deleted: 0 } },
  ]);
  expect(announced.filter(({ subject }) => subject === of.recordingId)).toHaveLength(1);
  expect(await indexed(of)).toHaveLength(3);
});

test('a new transcript of the same recording takes the place of the old one and reuses what it says again', async () => {
  const first = transcript(meeting);
  await embedded(first);
  const second = transcript([...meeting.slice(1), 'Hẹn gặp lại.'], {
    tenant: first.tenant,
    recordingId: first.recordingId,
  });
  const { data } = await embedded(second);
  expect(data.counts).toEqual({ created: 1, reused: 2, deleted: 3 });
  expect([data.segmentIds, data.deletedSegmentIds?.toSorted()]).toEqual([
    second.segmentIds,
    first.segmentIds.toSorted(),
  ]);
  const points = await indexed(second);
  expect(points.map(({ payload }) => payload.segmentId).toSorted()).toEqual(second.segmentIds.toSorted());
});

test('ingested a hundred times, a recording has no vector twice and reuses at least 95 %', async () => {
  const texts = Array.from({ length: 20 }, (_, index) => `Câu thứ ${index} của cuộc họp hôm nay.`);
  const first = transcript(texts);
  await embedded(first);
  const { tenant, recordingId } = first;
  let reused = 0;
  let last = first;
  for (let time = 0; time < 100; time += 1) {
    // Every second time as another transcription does it, with new ids for the same words.
    last = transcript(texts, { tenant, recordingId, ...(time % 2 === 0 && { segmentIds: last.segmentIds }) });
    reused += (await embedded(last)).data.counts.reused;
  }
  expect(reused / (100 * texts.length)).toBeGreaterThanOrEqual(0.95);
  const points = await indexed(first);
  expect(points.map(({ payload }) => payload.text).toSorted()).toEqual(texts.toSorted());
  expect(points.map(({ payload }) => payload.transcriptId)).toEqual(points.map(() => last.transcriptId));
});

test('an event that comes after a later one changes nothing, and its job is cancelled', async () => {
  const old = transcript(['Bản cũ.'], { time: '2026-11-20T01:00:00Z' });
  const { tenant, recordingId } = old;
  const now = transcript(['Bản mới.'], { tenant, recordingId, time: '2026-11-20T02:00:00Z' });
  await embedded(now);
  await publish(service.bus, old);
  const caller = await service.caller(tenant);
  const jobs = async () => (await caller.get(`/v1/jobs?transcriptId=${old.transcriptId}`)).body.items;
  await until(async () => (await jobs())[0]?.status === 'cancelled');
  expect((await indexed(now)).map(({ payload }) => payload.text)).toEqual(['Bản mới.']);
});

test('an index that has lost its points gets all of them again', async () => {
  const of = transcript(meeting);
  await embedded(of);
  await service.index.delete({ tenantId: of.tenant, recordingIds: [of.recordingId] });
  const { data } = await embedded({ ...of, time: new Date().toISOString() });
  expect(data.counts).toEqual({ created: 0, reused: 3, deleted: 0 });
  expect(await indexed(of)).toHaveLength(3);
});
