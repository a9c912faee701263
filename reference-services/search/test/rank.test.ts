import { expect, test } from 'vitest';
import type { VectorHit } from '../../common/vectors/vector-index.ts';
import { mixRankings } from '../src/search/rank.ts';
import { hit } from './support/hits.ts';

const near = [hit('a', 0.8), hit('b', 0.4), hit('c', -0.2)];
const worded = [hit('c', 6), hit('b', 3)];

function told(hits: readonly VectorHit[]): string {
  return hits.map(({ id, score }) => `${id} ${score.toFixed(2)}`).join(', ');
}

test.each([
  [1, 'a 0.80, b 0.40'],
  [0, 'c 1.00, b 0.50'],
  [0.5, 'c 0.50, b 0.45, a 0.40'],
])('the weight %d mixes cosine and BM25, and leaves out what fits in neither way', (weight, expected) => {
  expect(told(mixRankings(weight > 0 ? near : [], weight < 1 ? worded : [], weight))).toBe(expected);
});

test('equal scores come in the order of ids, and rounding never makes a score above 1', () => {
  expect(told(mixRankings([hit('z', 1.000001), hit('y', 1.000001)], [], 1))).toBe('y 1.00, z 1.00');
  expect(mixRankings([hit('z', 1.000001)], [], 1)[0]?.score).toBe(1);
});

test('nothing found is nothing', () => {
  expect(mixRankings([], [], 0.5)).toEqual([]);
});
