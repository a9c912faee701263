import { expect, test } from 'vitest';
import { createHashingEncoder } from '../encoder/hashing-encoder.ts';

const encoder = createHashingEncoder();

async function likeness(one: string, other: string): Promise<number> {
  const [a = new Float32Array(), b = new Float32Array()] = await encoder.encode([one, other]);
  return a.reduce((sum, value, place) => sum + value * (b[place] ?? 0), 0);
}

test('vectors have length 1, texts without words included, and are the same each time', async () => {
  const texts = ['Chào buổi sáng.', '…', 'x', 'kế hoạch '.repeat(400)];
  const vectors = await encoder.encode(texts);
  expect(vectors.map((vector) => [vector.length, Math.hypot(...vector).toFixed(5)])).toEqual(
    texts.map(() => [256, '1.00000']),
  );
  expect(await encoder.encode(texts)).toEqual(vectors);
});

test('the vector of a text stays what it is in releases to come', async () => {
  const [vector = new Float32Array()] = await createHashingEncoder({ dimensions: 8 }).encode(['kế hoạch quý ba']);
  expect([...vector].map((value) => value.toFixed(4))).toMatchInlineSnapshot(`
    [
      "-0.0238",
      "-0.4754",
      "0.3328",
      "-0.4992",
      "0.6418",
      "-0.0238",
      "-0.0238",
      "0.0238",
    ]
  `);
});

test('composed and decomposed letters, and capitals, are the same', async () => {
  expect(await likeness('KẾ HOẠCH'.normalize('NFD'), 'kế hoạch')).toBeCloseTo(1, 5);
});

test('a query typed without marks is nearer to its sentence than to another one', async () => {
  const query = 'ke hoach quy ba';
  const meant = await likeness(query, 'Hôm nay chúng ta họp về kế hoạch quý ba.');
  const other = await likeness(query, 'Doanh thu tháng chín tăng mười hai phần trăm.');
  expect(meant).toBeGreaterThan(0.3);
  expect(other).toBeLessThan(0.15);
});

test('marks in the query count: they tell words apart that look alike without them', async () => {
  expect(await likeness('bạn', 'bạn')).toBeGreaterThan(await likeness('bạn', 'bán'));
});

test('encoding stops when it is told to', async () => {
  await expect(encoder.encode(['một'], { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
});
