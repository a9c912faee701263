import { ulid } from 'ulid';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import type { Encoder } from '../../common/encoder/encoder.ts';
import { createHashingEncoder } from '../../common/encoder/hashing-encoder.ts';
import type { StoredLetter } from '../../common/events/dead-letters/dead-letters.ts';
import { until } from '../../common/test/bus/until.ts';
import { createMemoryIndex } from '../../common/vectors/memory-index.ts';
import type { VectorIndex } from '../../common/vectors/vector-index.ts';
import { openTestDatabase } from '../../metadata/test/support/embedded.ts';
import { newTenant } from '../../metadata/test/support/service.ts';
import { listenForAnnouncements, publish, type Transcript, transcript } from './support/events.ts';
import { openTestService, type TestService } from './support/service.ts';

const encoder = createHashingEncoder();

// A database in the process takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

let database: Database;
let service: TestService | undefined;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterEach(async () => {
  await service?.close();
  service = undefined;
});
afterAll(() => database.close());

async function open(options: Parameters<typeof openTestService>[1]): Promise<TestService> {
  service = await openTestService(database, options);
  return service;
}

/** An encoder that does something first. */
function encoderThat(first: (texts: readonly string[]) => Promise<void> | void): Encoder {
  return {
    ...encoder,
    encode: async (texts, options) => {
      await first(texts);
      return encoder.encode(texts, options);
    },
  };
}

function memoryIndex(): VectorIndex {
  return createMemoryIndex({ modelId: encoder.id, modelVersion: encoder.version, dimensions: encoder.dimensions });
}

async function letters({ bus }: TestService): Promise<StoredLetter[]> {
  const found: StoredLetter[] = [];
  for await (const letter of bus.deadLetters.list('DLQ_EMBEDDINGS')) found.push(letter);
  return found;
}

function pointsOf({ index }: TestService, { tenant, recordingId }: Transcript) {
  return index.scroll({ filter: { tenantId: tenant, recordingIds: [recordingId] }, limit: 5_000 });
}

test('one poison message in fifty goes to the dead letters after three attempts, and the others do not notice', async () => {
  let isPoisonous = true;
  const poisoned = encoderThat((texts) => {
    if (isPoisonous && texts.some((text) => text.includes('độc'))) throw new Error('the model cannot read this');
  });
  const opened = await open({ encoder: poisoned });
  const announced = await listenForAnnouncements(opened.bus);
  const tenant = newTenant();
  const all = Array.from({ length: 50 }, (_, index) =>
    transcript([index === 7 ? 'Câu độc.' : `Câu lành ${index}.`], { tenant }),
  );
  for (const one of all) await publish(opened.bus, one);
  const found = async () => (await letters(opened)).length === 1;
  await until(async () => announced.filter(({ tenantid }) => tenantid === tenant).length === 49 && (await found()));

  const caller = await opened.caller(tenant);
  const { body: failed } = await caller.get('/v1/jobs?status=failed');
  expect(failed.items).toEqual([
    {
      ...{ id: expect.any(String), tenantId: tenant, kind: 'embedding', modelId: encoder.id, status: 'failed' },
      ...{ recordingId: all[7]?.recordingId, transcriptId: all[7]?.transcriptId, attempt: 3, nextAttemptAt: null },
      problem: {
        type: 'https://ai2text.example/problems/internal-error',
        title: 'Internal error',
        status: 500,
        detail: 'The vectors could not be made or written. The log says why.',
      },
      ...{ createdAt: expect.any(String), updatedAt: expect.any(String) },
      ...{ startedAt: expect.any(String), finishedAt: expect.any(String) },
    },
  ]);
  const [letter] = await letters(opened);
  expect([letter?.deliveries, letter?.error]).toEqual([3, expect.stringContaining('the model cannot read this')]);

  // Its cause is repaired, and somebody asks for a retry: the job is done and the letter gone.
  isPoisonous = false;
  const path = `/v1/jobs/${failed.items[0].id}`;
  const retried = await caller.post(`${path}/retry`, undefined);
  expect([retried.status, retried.body.status, retried.headers.get('Location')]).toEqual([202, 'queued', path]);
  await until(async () => (await caller.get(path)).body.status === 'succeeded');
  expect(await letters(opened)).toEqual([]);
  const again = await caller.post(`${path}/retry`, undefined);
  expect([again.status, again.body.title]).toEqual([409, 'Job not failed']);
});

test('whatever step a worker dies at, the next attempt leaves each vector once and tells of it once', async () => {
  const steps = { calls: 0, failAt: 0 };
  const step = (): void => {
    steps.calls += 1;
    if (steps.calls === steps.failAt) throw new Error('killed');
  };
  const inner = memoryIndex();
  const index: VectorIndex = {
    ...inner,
    upsert: async (points) => {
      step();
      await inner.upsert(points);
      step();
    },
    delete: async (filter) => {
      step();
      await inner.delete(filter);
      step();
    },
  };
  const opened = await open({ index, encoder: encoderThat(step) });
  const announced = await listenForAnnouncements(opened.bus);
  const texts = Array.from({ length: 130 }, (_, place) => `Câu ${place}.`);
  const told = (of: Transcript) => announced.filter(({ data }) => data.transcriptId === of.transcriptId).length;
  const embed = async (of: Transcript): Promise<void> => {
    await publish(opened.bus, of);
    await until(() => told(of) > 0);
  };

  // Three batches to encode, one to write and one to delete: seven places to die at.
  for (let failAt = 1; failAt <= 7; failAt += 1) {
    const first = transcript(['Bản cũ một.', 'Bản cũ hai.']);
    const { tenant, recordingId } = first;
    steps.failAt = 0;
    await embed(first);
    Object.assign(steps, { calls: 0, failAt });
    const second = transcript(texts, { tenant, recordingId });
    await embed(second);
    const points = await pointsOf(opened, second);
    expect(points.map(({ payload }) => payload.segmentId).toSorted()).toEqual(second.segmentIds.toSorted());
    expect(new Set(points.map(({ id }) => id)).size).toBe(texts.length);
    expect(told(second)).toBe(1);
    const { body } = await (await opened.caller(tenant)).get(`/v1/jobs?transcriptId=${second.transcriptId}`);
    expect(body.items).toMatchObject([{ status: 'succeeded', attempt: 2 }]);
  }
});

test('a worker that falls silent loses its job to another, and what it writes late changes nothing', async () => {
  const { promise: silence, resolve: speak } = Promise.withResolvers<void>();
  let isFirst = true;
  const silentOnce = encoderThat(async () => {
    if (!isFirst) return;
    isFirst = false;
    await silence;
  });
  const opened = await open({ encoder: silentOnce, leaseMs: 50 });
  const announced = await listenForAnnouncements(opened.bus);
  const of = transcript(['Một câu.', 'Hai câu.']);
  const eventId = await publish(opened.bus, of);
  await until(() => !isFirst);
  // As the bus does it when nothing is heard of the first delivery.
  await publish(opened.bus, of, eventId);
  const told = () => announced.filter(({ subject }) => subject === of.recordingId).length;
  await until(() => told() === 1);
  speak();
  const last = transcript(['Sau đó.']);
  await publish(opened.bus, last);
  await until(() => announced.some(({ subject }) => subject === last.recordingId));
  expect([told(), (await pointsOf(opened, of)).length]).toEqual([1, 2]);
});

test('a message that breaks its contract is a dead letter and never a job', async () => {
  const opened = await open({});
  const before = (await letters(opened)).length;
  const headers = { 'content-type': 'application/cloudevents+json' };
  const address = { template: 'nlp.postprocessed.v1', parameters: {} };
  await opened.bus.publish({ address, id: `evt_${ulid()}`, headers, body: new TextEncoder().encode('{"id":1}') });
  await until(async () => (await letters(opened)).length === before + 1);
  expect((await letters(opened)).at(-1)?.reason).toBe('invalid');
});
