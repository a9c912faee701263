import { expect, test } from 'vitest';
import { createMemoryIndex } from '../../common/vectors/memory-index.ts';
import { createRecall } from '../src/search/recall.ts';
import { hit } from './support/hits.ts';

const filter = { tenantId: 'ten_A' };
const vector = Float32Array.of(1, 0);

async function setUp(share: number) {
  const index = createMemoryIndex({ modelId: 'm', modelVersion: '1.0.0', dimensions: 2 });
  await index.upsert(
    ['a', 'b', 'c', 'd'].map((id, place) => ({ ...hit(id, 0), vector: Float32Array.of(1 - place / 10, 0) })),
  );
  const told: number[] = [];
  const recall = createRecall({
    index,
    share,
    clock: () => new Date('2026-11-21T00:00:00Z'),
    onMeasured: (mean) => told.push(mean),
    onError: (error) => told.push(Number.NaN, String(error).length),
    random: () => 0.5,
  });
  return { recall, told };
}

test('the share of the exact neighbours that were found is measured, and its mean told', async () => {
  const { recall, told } = await setUp(0.6);
  expect(recall.last()).toBeUndefined();
  recall.sample(vector, { filter, limit: 200 }, [hit('a', 1), hit('c', 0.8)]);
  await recall.settled();
  recall.sample(
    vector,
    { filter, limit: 200 },
    ['a', 'b', 'c', 'd'].map((id) => hit(id, 1)),
  );
  await recall.settled();
  expect([told, recall.last()]).toEqual([[0.5, 0.75], { recallAt10: 0.75, measuredAt: '2026-11-21T00:00:00.000Z' }]);
});

test('searches outside the sample, and those of an empty index, are not measured', async () => {
  const { recall, told } = await setUp(0.5);
  recall.sample(vector, { filter, limit: 200 }, []);
  const { recall: always } = await setUp(1);
  always.sample(vector, { filter: { tenantId: 'ten_B' }, limit: 200 }, []);
  await always.settled();
  expect([told, recall.last(), always.last()]).toEqual([[], undefined, undefined]);
});
