import { expect, it } from 'vitest';
import { createIds } from '../ids.ts';

it('identifiers keep to the contract and sort in the order in which they were made, even within a millisecond', () => {
  const moment = new Date('2026-11-21T00:00:00Z');
  const newId = createIds(() => moment);
  const ids = Array.from({ length: 100 }, () => newId('rec'));
  for (const id of ids) expect(id).toMatch(/^rec_[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(100);
});
