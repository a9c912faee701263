import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeTogether } from '../../cli/compat/write-together.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-together-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (shown: string, text: string, isNew = false) => ({ path: join(folder, shown), shown, text, isNew });
const found = () =>
  globSync('**/*', { cwd: folder, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name) + (entry.isDirectory() ? '/' : ''))
    .map((path) => path.slice(folder.length + 1))
    .sort();

test('all files are written, in folders that were not there', () => {
  writeFileSync(join(folder, 'old.txt'), 'old');
  writeTogether([file('old.txt', 'new'), file('a/b/c.txt', 'c', true)]);
  expect(found()).toEqual(['a/', 'a/b/', 'a/b/c.txt', 'old.txt']);
  expect(readFileSync(join(folder, 'old.txt'), 'utf8')).toBe('new');
});

test.each([
  ['the last move fails, for a folder is in its place', [file, 'taken', false]],
  ['the last one must be new and is not', [file, 'there.txt', true]],
] as const)('%s: what was moved before it is taken back', (_, [make, name, isNew]) => {
  writeFileSync(join(folder, 'old.txt'), 'old');
  writeFileSync(join(folder, 'there.txt'), 'mine');
  mkdirSync(join(folder, 'taken'));
  const before = found();
  const files = [
    make('old.txt', 'new'),
    make('a/new.txt', 'new'),
    make('a/b/newer.txt', 'new', true),
    make(name, 'x', isNew),
  ];
  expect(() => writeTogether(files)).toThrow(`${name} cannot be written, so nothing was: `);
  expect(found()).toEqual(before);
  expect(readFileSync(join(folder, 'old.txt'), 'utf8')).toBe('old');
  expect(readFileSync(join(folder, 'there.txt'), 'utf8')).toBe('mine');
});

test('where a draft cannot be written, nothing is moved', () => {
  writeFileSync(join(folder, 'old.txt'), 'old');
  expect(() => writeTogether([file('new/one.txt', 'new'), file('old.txt/below.txt', 'new')])).toThrow(
    'old.txt/below.txt cannot be written, so nothing was: ',
  );
  expect(found()).toEqual(['old.txt']);
});
