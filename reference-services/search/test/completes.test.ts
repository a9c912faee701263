import { expect, test } from 'vitest';
import { completes } from '../src/suggestions/completes.ts';
import { createQueryLog } from '../src/suggestions/query-log.ts';

test.each<[string, string, number]>([
  ['kế hoạch quý ba', 'kế ho', 2],
  ['kế hoạch quý ba', 'ke ho', 2],
  ['Họp kế hoạch quý ba', 'KE HO', 1],
  ['kệ hoa', 'kế ho', 0],
  ['kế hoạch', 'oạch', 0],
  ['kế hoạch', '!?', 0],
])('"%s" goes on from "%s": %d', (text, typed, fit) => {
  expect(completes(text, typed)).toBe(fit);
});

test('a query counts as frequent from its third time on, for its own tenant', () => {
  const log = createQueryLog();
  for (const query of ['một', 'hai ', 'hai', ' hai', 'ba', 'ba', 'ba', 'ba']) log.note('a', query);
  expect([log.frequent('a'), log.frequent('b')]).toEqual([['ba', 'hai'], []]);
});

test('the log is bounded', () => {
  const log = createQueryLog();
  for (let time = 0; time < 3; time += 1) log.note('a', 'first');
  for (let other = 0; other < 1_000; other += 1) log.note('a', `query ${other}`);
  expect(log.frequent('a')).toEqual([]);
});
