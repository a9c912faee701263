import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MigrationError } from './migration-error.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly up: string;
  readonly down: string;
  /** SHA-256 of `up`: a migration that has run must not change afterwards. */
  readonly checksum: string;
}

const fileName = /^(\d{4})_([a-z0-9_]+)\.up\.sql$/;

/** Reads `0001_recordings.up.sql` and its `.down.sql`, in order. Each must have both, and the numbers leave no gap. */
export function readMigrations(folder: string): readonly Migration[] {
  const found = readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const [, number, name] = fileName.exec(file) ?? [];
      return number === undefined || name === undefined
        ? []
        : [readMigration(folder, Number(number), `${number}_${name}`)];
    });
  const gap = found.findIndex((migration, index) => migration.version !== index + 1);
  if (gap !== -1)
    throw new MigrationError(`${folder} has no migration number ${gap + 1}. Number migrations from 0001 without gaps.`);
  return found;
}

function readMigration(folder: string, version: number, name: string): Migration {
  const up = readFileSync(join(folder, `${name}.up.sql`), 'utf8');
  const down = readFileSync(join(folder, `${name}.down.sql`), 'utf8');
  return { version, name, up, down, checksum: createHash('sha256').update(up).digest('hex') };
}
