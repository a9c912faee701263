import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from '../core/diagnostics/usage-error.ts';

export interface WriteOptions {
  /** How people name the file. */
  readonly shown: string;
  /** Refuse a file that is there already. */
  readonly isNew?: boolean;
}

/** Writes beside the file and moves it into place: a reader sees the old text or the new one, never half of it. */
export function writeWhole(path: string, text: string, { shown, isNew = false }: WriteOptions): void {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, text);
    // A hard link, unlike a rename, fails where a file is already.
    if (isNew) linkSync(draft, path);
    else renameSync(draft, path);
  } catch (error) {
    throw new UsageError(`${shown} cannot be written: ${error instanceof Error ? error.message : error}`);
  } finally {
    rmSync(draft, { force: true });
  }
}
