import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import { migrateDown, migrateUp } from '../../common/database/migrate.ts';
import { readMigrations } from '../../common/database/migration-files.ts';
import type { StoredLetter } from '../../common/events/dead-letters/dead-letters.ts';
import { until } from '../../common/test/bus/until.ts';
import type { NlpPostprocessed } from '../../events/nlp-postprocessed/generated/types.ts';
import { openTestDatabase } from '../../metadata/test/support/embedded.ts';
import { migrationsFolder } from '../src/open.ts';
import { listenForAnnouncements, publish, type Transcript, transcript } from './support/events.ts';
import { openTestService, type TestService } from './support/service.ts';

// A database in the process takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

let database: Database;
let service: TestService;
let announced: NlpPostprocessed[];
beforeAll(async () => {
  database = await openTestDatabase();
  service = await openTestService(database);
  announced = await listenForAnnouncements(service.bus);
});
afterAll(async () => {
  await service.close();
  await database.close();
});

const told = (of: Transcript) => announced.filter(({ data }) => data.transcriptId === of.transcriptId);

async function processed(of: Transcript): Promise<NlpPostprocessed> {
  const before = told(of).length;
  await publish(service.bus, of);
  await until(() => told(of).length > before);
  const last = told(of).at(-1);
  if (last === undefined) throw new Error('Nothing was told.');
  return last;
}

async function letters(): Promise<StoredLetter[]> {
  const found: StoredLetter[] = [];
  for await (const letter of service.bus.deadLetters.list('DLQ_NLP')) found.push(letter);
  return found;
}

const meeting = [
  'chào buổi sáng hôm nay chúng ta họp về kế hoạch quý ba',
  'doanh thu tháng chín tăng mười hai phần trăm so với cùng kỳ năm ngoái',
  'ai vắng mặt xin gọi số không chín một hai ba bốn năm sáu bảy tám',
];

test('a transcript becomes the sentences of the example in the contract, and its segments keep their ids', async () => {
  const of = transcript(meeting);
  const { subject, tenantid, data } = await processed(of);
  expect([subject, tenantid]).toEqual([of.recordingId, of.tenant]);
  const { sentences, redactions, rulesVersion, language } = data;
  expect({ redactions, rulesVersion, language }).toEqual({
    redactions: [{ patternId: 'phone-number', count: 1 }],
    ...{ rulesVersion: '1.1.0', language: 'vi-VN' },
  });
  const ids = of.segments.map(({ id }) => id);
  expect(sentences).toEqual([
    {
      ...{ segmentId: ids[0], sourceSegmentIds: [ids[0]], startSeconds: 0, endSeconds: 1 },
      ...{ text: 'Chào buổi sáng, hôm nay chúng ta họp về kế hoạch quý ba.', startOffset: 0, endOffset: 56 },
      contentSha256: '456a56f969a89295a6bc95051c619beebfb3e7443280848ee101e8d85a1aa5dd',
    },
    {
      ...{ segmentId: ids[1], sourceSegmentIds: [ids[1]], startSeconds: 1.5, endSeconds: 2.5 },
      ...{ text: 'Doanh thu tháng 9 tăng 12 % so với cùng kỳ năm ngoái.', startOffset: 57, endOffset: 110 },
      contentSha256: 'f88080e8a18b150c1a866e310205f484c6f631f821476ca8b081f20026ba8196',
    },
    {
      ...{ segmentId: ids[2], sourceSegmentIds: [ids[2]], startSeconds: 3, endSeconds: 4 },
      ...{ text: 'Ai vắng mặt xin gọi số [SỐ ĐIỆN THOẠI].', startOffset: 111, endOffset: 150 },
      contentSha256: '6d33ca61cc0e684cdf7ba4640c5fdafa189a3267d5c1cd59761352b323b36104',
    },
  ]);
});

test('a segment that is two sentences gives both new ids, which stay the same when it is processed again', async () => {
  const text = 'cuộc họp hôm nay bắt đầu lúc chín giờ sau đó chúng ta đi ăn trưa với khách';
  const of = transcript([text]);
  const { data } = await processed(of);
  expect(data.sentences.map((sentence) => sentence.text)).toEqual([
    'Cuộc họp hôm nay bắt đầu lúc 9 giờ.',
    'Sau đó, chúng ta đi ăn trưa với khách.',
  ]);
  const [source] = of.segments;
  expect(data.sentences.map(({ sourceSegmentIds }) => sourceSegmentIds)).toEqual([[source?.id], [source?.id]]);
  const ids = data.sentences.map(({ segmentId }) => segmentId);
  expect(new Set([...ids, source?.id]).size).toBe(3);
  const [first, second] = data.sentences;
  expect([first?.startSeconds, second?.endSeconds]).toEqual([0, 1]);
  expect(second?.startSeconds).toBeGreaterThan(first?.endSeconds ?? 1);

  const caller = await service.caller(of.tenant);
  const job = await caller.post('/v1/jobs', { transcriptId: of.transcriptId });
  expect(job.status).toBe(202);
  await until(() => told(of).length === 2);
  expect(told(of)[1]?.data.sentences.map(({ segmentId }) => segmentId)).toEqual(ids);
});

test('the same event again, and the same transcript by another event, are told of once', async () => {
  const of = transcript(meeting);
  const eventId = await publish(service.bus, of);
  await until(() => told(of).length === 1);
  await publish(service.bus, of, eventId);
  await publish(service.bus, { ...of, time: new Date(Date.parse(of.time) + 1000).toISOString() });
  const caller = await service.caller(of.tenant);
  const jobs = async () => (await caller.get('/v1/jobs?status=succeeded')).body.items;
  await until(async () => (await jobs()).length === 2);
  await processed(transcript(['câu cuối']));
  expect([told(of).length, (await jobs()).length]).toEqual([1, 2]);
  expect((await jobs())[0]).toMatchObject({ sentenceCount: 3, redactionCount: 1, attempt: 1, status: 'succeeded' });
});

test('an event that comes after a later one changes nothing, and its job is cancelled', async () => {
  const now = transcript(['bản mới'], { time: '2026-11-20T02:00:00.000Z' });
  await processed(now);
  const old = { ...transcript(['bản cũ'], now), time: '2026-11-20T01:00:00.000Z' };
  await publish(service.bus, { ...old, segments: transcript(['bản cũ']).segments });
  const caller = await service.caller(now.tenant);
  await until(async () => (await caller.get('/v1/jobs?status=cancelled')).body.items.length === 1);
  expect(told(now).map(({ data }) => data.sentences[0]?.text)).toEqual(['Bản mới.']);
});

test('silence is told of without a sentence, and what is not Vietnamese is only redacted', async () => {
  expect((await processed(transcript([]))).data.sentences).toEqual([]);
  const { data } = await processed(transcript(['call me at lan@example.com', 'one more thing'], { language: 'en' }));
  expect(data.sentences.map(({ text }) => text)).toEqual(['call me at [EMAIL]', 'one more thing']);
});

test('a message that breaks its contract is a dead letter of its own and never a job', async () => {
  const before = (await letters()).length;
  const headers = { 'content-type': 'application/cloudevents+json' };
  const address = { template: 'transcription.completed.v1', parameters: {} };
  await service.bus.publish({ address, id: `evt_${ulid()}`, headers, body: new TextEncoder().encode('{"id":1}') });
  await until(async () => (await letters()).length === before + 1);
  expect((await letters()).at(-1)?.reason).toBe('invalid');
  expect((await processed(transcript(['sau thư hỏng']))).data.sentences).toHaveLength(1);
});

test('a job with options takes those steps only', async () => {
  const of = transcript(['số của tôi là không chín một hai ba bốn năm sáu bảy tám ngày hai mươi tháng mười']);
  await processed(of);
  const caller = await service.caller(of.tenant);
  const options = { figures: false, punctuation: false };
  await caller.post('/v1/jobs', { transcriptId: of.transcriptId, options });
  await until(() => told(of).length === 2);
  expect(told(of)[1]?.data.sentences[0]?.text).toBe('số của tôi là [SỐ ĐIỆN THOẠI] ngày hai mươi tháng mười');
});

test('the migrations roll back to nothing and forward again', async () => {
  const fresh = await openTestDatabase();
  const migrations = readMigrations(migrationsFolder);
  await migrateUp(fresh, migrations, 'nlp_post_migrations');
  await migrateDown(fresh, migrations, migrations.length, 'nlp_post_migrations');
  const tables = await fresh.query(
    "SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'nlp_post_j%'",
  );
  expect(tables).toEqual([]);
  await migrateUp(fresh, migrations, 'nlp_post_migrations');
  await fresh.close();
});
