import { expect, test } from 'vitest';
import { compare } from '../faults/parts/sets.ts';

test('what is missing is lost; what is there twice, or should not be there, is doubled', () => {
  expect(compare(['a', 'b', 'c'], ['a', 'b', 'b', 'd'])).toEqual({ lost: ['c'], doubled: ['b', 'd'] });
  expect(compare(['a', 'b'], ['b', 'a'])).toEqual({ lost: [], doubled: [] });
});
