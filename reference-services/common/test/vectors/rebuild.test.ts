import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openLanceIndex } from '../../vectors/lance/open.ts';
import { pointId } from '../../vectors/point-id.ts';
import { type SegmentSource, startRebuild } from '../../vectors/rebuild.ts';
import { until } from '../bus/until.ts';
import { model, point, tenantId } from './segments.ts';

const root = mkdtempSync(join(tmpdir(), 'ai2text-rebuild-'));
afterAll(() => rmSync(root, { recursive: true }));

const stored = [point(1, [1, 0, 0, 0]), point(2, [0, 1, 0, 0])];

async function damaged(name: string): Promise<string> {
  const folder = join(root, name);
  const { index } = await openLanceIndex({ folder, model });
  await index.upsert(stored);
  await index.close();
  writeFileSync(join(folder, 'index.txt'), 'schema 0');
  return folder;
}

async function rebuild(folder: string, source?: SegmentSource) {
  const opened = await openLanceIndex({ folder, model });
  const told: string[] = [];
  const running = startRebuild(opened, {
    source,
    onDone: (points) => told.push(`${points} points`),
    onError: (error) => told.push(String(error)),
  });
  const meanwhile = await running.probe().catch(String);
  return { opened, running, told, meanwhile };
}

test('an index that was set aside is rebuilt from what is stored, and is whole at the next start', async () => {
  const folder = await damaged('rebuilt');
  const { opened, running, told, meanwhile } = await rebuild(folder, async function* () {
    for (const one of stored) yield [one];
  });
  await running.settled();
  await running.probe();
  expect([meanwhile, told, await opened.index.count({ tenantId })]).toEqual([
    'ObservedError: The index is being rebuilt, and searches find a part of the segments.',
    ['2 points'],
    2,
  ]);
  await opened.index.close();
  expect((await openLanceIndex({ folder, model })).incomplete).toBe(false);
});

test('what was written meanwhile is newer and stays', async () => {
  const { promise: written, resolve: goOn } = Promise.withResolvers<void>();
  const { opened, running, told } = await rebuild(await damaged('meanwhile'), async function* () {
    await written;
    yield stored;
  });
  await opened.index.upsert([point(1, [1, 0, 0, 0], { text: 'Mới.' })]);
  goOn();
  await running.settled();
  const points = await opened.index.scroll({ filter: { tenantId }, limit: 9 });
  expect([told, points.map(({ payload }) => payload.text)]).toEqual([['1 points'], ['Mới.', 'Câu số 2.']]);
});

test('a rebuilding that fails or is stopped begins again at the next start', async () => {
  const folder = await damaged('failing');
  const failing = await rebuild(folder, async function* () {
    yield stored.slice(0, 1);
    throw new Error('metadata is away');
  });
  await failing.running.settled();
  await expect(failing.running.probe()).rejects.toThrow('has failed');
  expect(failing.told).toEqual(['Error: metadata is away']);
  await failing.opened.index.close();
  const stopped = await rebuild(folder, async function* ({ signal }) {
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    yield stored;
  });
  await stopped.running.stop();
  expect([stopped.told, await stopped.opened.index.count({ tenantId })]).toEqual([[], 1]);
  await stopped.opened.index.close();
  expect((await openLanceIndex({ folder, model })).incomplete).toBe(true);
});

test('without anything to rebuild it from, the index says what it lacks', async () => {
  const { meanwhile } = await rebuild(await damaged('nothing'));
  expect(meanwhile).toBe(
    'ObservedError: The index lacks what an index that was set aside held, until the embeddings service has written it again.',
  );
});

test('what a reader of the index has set aside is rebuilt by the process that has a source', async () => {
  const folder = join(root, 'shared');
  const writing = await openLanceIndex({ folder, model });
  await writing.index.close();
  const { index: other } = await openLanceIndex({ folder: join(root, 'target'), model });
  const { promise: asked, resolve: goOn } = Promise.withResolvers<void>();
  const source = async function* () {
    await asked;
    yield stored;
  };
  const quiet = { onDone: () => {}, onError: () => {} };
  const writer = startRebuild({ ...writing, index: other }, { source, ...quiet, lookEveryMs: 10 });
  await writer.probe();
  writeFileSync(join(folder, 'index.txt'), 'schema 0');
  const reader = await openLanceIndex({ folder, model });
  const reading = startRebuild(reader, quiet);
  await expect(reading.probe()).rejects.toThrow('until the embeddings service has written it again');
  goOn();
  await until(async () => (await reading.probe().catch(String)) === undefined);
  expect(await other.count({ tenantId })).toBe(2);
  await Promise.all([writer.stop(), reading.stop()]);
  await Promise.all([other.close(), reader.index.close()]);
});

test('a point has the same UUID of version 5 on every machine', () => {
  const id = pointId({ recordingId: 'rec_A', segmentId: 'seg_A', modelId: 'mdl_A' });
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(id).toMatchInlineSnapshot(`"1969182a-7b8c-586f-8b9b-0084766599f0"`);
  expect(pointId({ recordingId: 'rec_A', segmentId: 'seg_A', modelId: 'mdl_B' })).not.toBe(id);
});
