import { expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';

test('300 broken documents each end in findings, in time and in bounded memory', async () => {
  const { failures, rssGrowthMegabytes } = await fuzz({ count: 300, seed: 1 });
  expect(failures).toEqual([]);
  expect(rssGrowthMegabytes).toBeLessThan(500);
}, 120_000);
