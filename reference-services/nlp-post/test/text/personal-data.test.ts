import { expect, test } from 'vitest';
import { findPersonalData } from '../../src/text/pii/find-personal-data.ts';
import { patterns } from '../../src/text/pii/patterns.ts';
import { lines } from '../support/pairs.ts';
import { scorePersonalData } from '../support/pii-score.ts';

test('there are at least fifteen patterns, each of which finds its example and nothing but it', () => {
  expect(patterns.length).toBeGreaterThanOrEqual(15);
  const found = patterns.map(({ id, example }) => [
    id,
    [...new Set(findPersonalData(example).map(({ pattern }) => pattern.id))],
  ]);
  expect(found).toEqual(patterns.map(({ id }) => [id, [id]]));
});

test('there are a hundred and fifty sentences with personal data, and as many without', () => {
  expect(lines('pii-yes').length).toBeGreaterThanOrEqual(150);
  expect(lines('pii-no').length).toBeGreaterThanOrEqual(150);
});

test('all personal data in the sentences is found by its pattern, and nothing else', () => {
  const { missed, wrong, touched } = scorePersonalData();
  expect({ missed, wrong, touched }).toEqual({ missed: [], wrong: [], touched: [] });
});

test('named patterns alone are used', () => {
  const text = 'gọi 0912 345 678 hoặc viết cho lan@example.vn';
  expect(findPersonalData(text, new Set(['email'])).map(({ pattern }) => pattern.id)).toEqual(['email']);
});

test.each([
  ['số tài khoản 0912345678', 'bank-account'],
  ['số điện thoại 0912345678', 'phone-number'],
  ['giấy phép lái xe 001099012345', 'driving-licence'],
  ['căn cước 001099012345', 'citizen-id'],
  ['mã số thuế 0100109106', 'tax-code'],
  ['bảo hiểm xã hội 0100109106', 'social-insurance'],
])('the words before it say what a number is: %s', (text, id) => {
  expect(findPersonalData(text).map(({ pattern }) => pattern.id)).toEqual([id]);
});

test.each(['4111 1111 1111 1112', '001999012345678', '097012345678', 'DE88370400440532013000'])(
  'a number whose check fails is nobody’s: %s',
  (text) => {
    expect(findPersonalData(text)).toEqual([]);
  },
);
