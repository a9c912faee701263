import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readMigrations } from '../database/migration-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migrations-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(...names: readonly string[]): void {
  for (const name of names) writeFileSync(join(folder, name), `-- ${name}`);
}

it('reads migrations in order, with both directions', () => {
  write('0002_b.up.sql', '0002_b.down.sql', '0001_a.up.sql', '0001_a.down.sql', 'notes.txt');
  expect(readMigrations(folder).map(({ checksum, ...rest }) => ({ ...rest, length: checksum.length }))).toEqual([
    { version: 1, name: '0001_a', up: '-- 0001_a.up.sql', down: '-- 0001_a.down.sql', length: 64 },
    { version: 2, name: '0002_b', up: '-- 0002_b.up.sql', down: '-- 0002_b.down.sql', length: 64 },
  ]);
});

it('refuses a gap, a number that is taken twice, and a migration that cannot be taken back', () => {
  write('0001_a.up.sql', '0001_a.down.sql', '0003_c.up.sql', '0003_c.down.sql');
  expect(() => readMigrations(folder)).toThrow('no migration number 2');
  write('0001_b.up.sql', '0001_b.down.sql');
  expect(() => readMigrations(folder)).toThrow('no migration number 2');
  rmSync(join(folder, '0001_a.down.sql'));
  expect(() => readMigrations(folder)).toThrow(/0001_a\.down\.sql/);
});
