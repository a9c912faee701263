import { expect, test } from 'vitest';
import { createCache } from '../src/search/cache.ts';

function setUp(entries = 2) {
  let now = 0;
  let made = 0;
  const asked: string[] = [];
  const cache = createCache<number>({
    entries,
    lifetimeMs: 1_000,
    clock: () => new Date(now),
    onAsked: (result) => asked.push(result),
  });
  return {
    cache,
    asked,
    get: (tenant: string, key: string) => cache.get(tenant, key, async () => ++made),
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

test('what is kept is not made again, until its time is over', async () => {
  const { get, wait, asked } = setUp();
  const values = [await get('a', 'q'), await get('a', 'q')];
  wait(1_000);
  values.push(await get('a', 'q'));
  expect([values, asked]).toEqual([
    [1, 1, 2],
    ['miss', 'hit', 'miss'],
  ]);
});

test('tenants have answers of their own, and forgetting one keeps the others', async () => {
  const { get, cache } = setUp();
  const before = [await get('a', 'q'), await get('b', 'q')];
  cache.forget('a');
  expect([before, await get('b', 'q'), await get('a', 'q')]).toEqual([[1, 2], 2, 3]);
});

test('of too many entries the one that was not asked for longest goes', async () => {
  const { get } = setUp(2);
  await get('a', 'one');
  await get('a', 'two');
  await get('a', 'one');
  await get('a', 'three');
  expect([await get('a', 'one'), await get('a', 'two')]).toEqual([1, 4]);
});

test('an answer that was being made when the tenant was forgotten is not kept', async () => {
  const { cache, get } = setUp();
  let finish = (_value: number): void => {};
  const pending = cache.get('a', 'q', () => new Promise<number>((resolve) => (finish = resolve)));
  cache.forget('a');
  finish(100);
  expect([await pending, await get('a', 'q')]).toEqual([100, 1]);
});

test('a cache of no entries keeps nothing, and a failure is not kept either', async () => {
  const { get } = setUp(0);
  expect([await get('a', 'q'), await get('a', 'q')]).toEqual([1, 2]);
  const { cache, get: again } = setUp();
  await expect(cache.get('a', 'q', () => Promise.reject(new Error('no index')))).rejects.toThrow('no index');
  expect(await again('a', 'q')).toBe(1);
});
