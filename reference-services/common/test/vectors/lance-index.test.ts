import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@lancedb/lancedb';
import { afterAll, describe, expect, test } from 'vitest';
import { openLanceIndex } from '../../vectors/lance/open.ts';
import { until } from '../bus/until.ts';
import { vectorIndexSuite } from './index-suite.ts';
import { model, point, tenantId } from './segments.ts';

const root = mkdtempSync(join(tmpdir(), 'ai2text-vectors-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('keeps what every index keeps', () => {
  vectorIndexSuite(async () => (await openLanceIndex({ folder: join(root, 'suite'), model })).index);
});

async function kept(name: string): Promise<string> {
  const folder = join(root, name);
  const { index } = await openLanceIndex({ folder, model });
  await index.upsert([point(1, [1, 0, 0, 0])]);
  await index.close();
  return folder;
}

test('what was written is there after closing and opening', async () => {
  const folder = await kept('reopened');
  const { index, setAside } = await openLanceIndex({ folder, model });
  expect([await index.count({ tenantId }), setAside]).toEqual([1, undefined]);
  await index.close();
});

test.each<[string, (folder: string) => void, RegExp]>([
  [
    'of an older schema',
    (folder) => writeFileSync(join(folder, 'index.txt'), 'schema 0, model m 1.0.0, 4 dimensions'),
    /^it is schema 0, .* is needed$/,
  ],
  ['without its description', (folder) => rmSync(join(folder, 'index.txt')), /^it has no readable description$/],
  [
    'whose data files are gone',
    (folder) => rmSync(join(folder, 'segments.lance', 'data'), { recursive: true }),
    /^it cannot be read: /,
  ],
  [
    'whose data files are cut short',
    (folder) => {
      const data = join(folder, 'segments.lance', 'data');
      for (const name of readdirSync(data)) writeFileSync(join(data, name), 'LANC');
    },
    /^it cannot be read: /,
  ],
])('an index %s is set aside, and an empty one begun', async (name, damage, reason) => {
  const folder = await kept(name.replaceAll(' ', '-'));
  damage(folder);
  const { index, setAside } = await openLanceIndex({ folder, model });
  expect(setAside?.reason).toMatch(reason);
  expect([existsSync(setAside?.folder ?? ''), await index.count({ tenantId })]).toEqual([true, 0]);
  await index.close();
});

function manyPoints(count: number) {
  return Array.from({ length: count }, (_, place) => {
    const angle = place / 100;
    const id = `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;
    return { ...point(1, [Math.cos(angle), Math.sin(angle), Math.cos(place), Math.sin(place)]), id };
  });
}

test('from a number of vectors on, a graph answers, and exact search still compares all of them', async () => {
  const { index } = await openLanceIndex({ folder: join(root, 'graph'), model, approximateFrom: 500 });
  const points = manyPoints(600);
  await index.upsert(points);
  await until(async () => (await index.info()).approximate);
  const vector = points[300]?.vector ?? new Float32Array();
  const ids = async (exact: boolean) =>
    (await index.search(vector, { filter: { tenantId }, limit: 10, exact })).map(({ id }) => id);
  expect(await ids(false)).toEqual(await ids(true));
  expect(await index.search(vector, { filter: { tenantId }, limit: 400 })).toHaveLength(400);
  await index.close();
});

test('rows that came after the graph join it when there are no writes', async () => {
  const folder = join(root, 'idle');
  const { index } = await openLanceIndex({ folder, model, approximateFrom: 500, idleMs: 1 });
  const points = manyPoints(1_700);
  await index.upsert(points.slice(0, 600));
  await index.upsert(points.slice(600));
  const table = await (await connect(folder, { readConsistencyInterval: 0 })).openTable('segments');
  const outside = async () => (await table.indexStats('vector_idx'))?.numUnindexedRows;
  await until(async () => (await outside()) === 0);
  await index.close();
});
