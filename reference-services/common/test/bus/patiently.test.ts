import { expect, test } from 'vitest';
import { patiently } from '../../events/patiently.ts';

const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

/** A handler that fails like this, one error after the other, and then no more. */
function failing(errors: readonly Error[]) {
  const handled: unknown[] = [];
  const left = [...errors];
  return {
    handled,
    handler: async (message: string, context: number): Promise<void> => {
      const error = left.shift();
      if (error !== undefined) throw error;
      handled.push([message, context]);
    },
  };
}

test('a handler waits while the database is away', async () => {
  const { handler, handled } = failing([away, away]);
  await patiently(handler)('m', 1);
  expect(handled).toEqual([['m', 1]]);
});

test('any other failure is one at once', async () => {
  const { handler, handled } = failing([new Error('no such model')]);
  await expect(patiently(handler)('m', 1)).rejects.toThrow('no such model');
  expect(handled).toEqual([]);
});

test('patience ends', async () => {
  const { handler } = failing([away, away, away]);
  await expect(patiently(handler, { waitMs: 10 })('m', 1)).rejects.toBe(away);
});

test('a service that stops does not wait', async () => {
  const stopping = new AbortController();
  const { handler } = failing(Array.from({ length: 10 }, () => away));
  const handling = patiently(handler, { signal: stopping.signal })('m', 1);
  stopping.abort();
  await expect(handling).rejects.toBe(away);
});
