import { expect, test } from 'vitest';
import { readJson, writeJson } from '../../../generators/typescript-client/values/runtime/json.ts';
import { readValues } from '../../../generators/typescript-client/values/runtime/read-values.ts';

test('an integer that an engine has rounded already is refused rather than taken for what it was', () => {
  // What JSON.parse gives where there is no source text access.
  const value = { total: 2 ** 53 + 2 };
  expect(() => readValues(value, { properties: { total: 'int64' } })).toThrow(
    '/total: 9007199254740994 cannot be read exactly: this engine does not tell how it was written',
  );
});

test.each([
  ['0', 0n],
  ['-0', 0n],
  ['1e3', 1000n],
  ['9007199254740991', 9007199254740991n],
  ['9007199254740992', 9007199254740992n],
  ['-9223372036854775808', -9223372036854775808n],
  ['123456789012345678901234567890', 123456789012345678901234567890n],
])('the integer %s is read exactly', (text, value) => {
  expect(readJson(`{"total": ${text}, "other": ${text}}`, { properties: { total: 'int64' } })).toEqual({
    ...{ total: value, other: Number(text) },
  });
});

test('numbers that look like large integers inside texts and fractions are none', () => {
  const text = '{"a":"9007199254740993","b":0.12345678901234567,"c":[9007199254740993.5],"d":null}';
  expect(readJson(text, { rest: 'int64', properties: { a: [], b: [], c: [], d: 'int64' } })).toEqual(JSON.parse(text));
});

test('bigints are written as the numbers that they are, wherever they stand', () => {
  expect(writeJson({ a: 9007199254740993n, b: [1n, { c: -9223372036854775808n }] })).toBe(
    '{"a":9007199254740993,"b":[1,{"c":-9223372036854775808}]}',
  );
});
