import { expect, it } from 'vitest';
import { Health } from '../health.ts';

it('a check that fails or hangs makes the service unavailable, and its reason stays in the log', async () => {
  const seen: unknown[] = [];
  const health = new Health(
    [
      { name: 'fine', probe: async () => 1 },
      { name: 'broken', probe: () => Promise.reject(new Error('postgres://user:secret@host refused')) },
      { name: 'hanging', probe: () => new Promise(() => {}) },
    ],
    (name, error) => seen.push([name, String(error)]),
  );
  expect(await health.readiness()).toEqual({
    status: 'unavailable',
    checks: [
      { name: 'fine', status: 'ok' },
      { name: 'broken', status: 'unavailable', detail: 'It refused or did not answer. The log says why.' },
      { name: 'hanging', status: 'unavailable', detail: 'No answer within 1000 ms.' },
    ],
  });
  expect(seen).toEqual([['broken', 'Error: postgres://user:secret@host refused']]);
});
