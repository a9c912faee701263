import { expect, it } from 'vitest';
import { foldName, nameKey } from '../src/store/name-key.ts';

const names = [
  'An',
  'Ân',
  'Ăn',
  'Á',
  'À',
  'Ả',
  'Ã',
  'Ạ',
  'Bảo',
  'Dũng',
  'Đạt',
  'Đức Anh',
  'Đức',
  'Êm',
  'Em',
  'Giang',
  'Hà',
  'Hạ',
  'Lan',
  'Làn',
  'Lan Anh',
  'Lân',
  'Nguyễn Thị Lan',
  'Nguyên',
  'Nguyện',
  'Ông',
  'Ơn',
  'On',
  'Trần Quốc Bảo',
  'Uyên',
  'Ước',
  'Xuân',
  'Yến',
];

it('names sort as the Vietnamese collation of Unicode sorts them', () => {
  const expected = names.toSorted(new Intl.Collator('vi').compare);
  const sorted = names.toSorted((a, b) => (nameKey(a) < nameKey(b) ? -1 : 1));
  expect(sorted).toEqual(expected);
});

it('the key does not depend on letter case or on how letters are composed', () => {
  for (const name of names) {
    expect(nameKey(name.toUpperCase().normalize('NFD'))).toBe(nameKey(name));
    expect(foldName(name.toUpperCase().normalize('NFD'))).toBe(foldName(name));
  }
});

it('the key stays short and plain, whatever the name', () => {
  for (const name of [...names, 'Ự'.repeat(120), '𠮷'.repeat(120), 'a '.repeat(60)]) {
    expect(nameKey(name)).toMatch(/^[!-~]{1,185}$/);
  }
});
