import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import { usingFolder } from '../../generators/output/using-folder.ts';
import type { GeneratedFile } from '../../generators/target.ts';

/** Refuses a place where something is already: nothing that people wrote is ever overwritten. */
export function refuseTaken(folder: string, cwd: string): void {
  if (!existsSync(folder)) return;
  const shown = relative(cwd, folder) || '.';
  let entries: readonly string[];
  try {
    entries = readdirSync(folder);
  } catch {
    throw new UsageError(`${shown} is there already, and it is no folder. Choose another place with --output.`);
  }
  if (entries.length > 0)
    throw new UsageError(`The folder ${shown} is not empty. Choose another place with --output, or remove it.`);
}

/**
 * Makes a folder that is either there with everything in it or not at all: it is filled beside its place and then moved
 * there.
 */
export function makeFolder(folder: string, fill: (temporary: string) => void): void {
  usingFolder(folder, () => {
    mkdirSync(dirname(folder), { recursive: true });
    const temporary = join(dirname(folder), `.ai2text-new-${randomUUID()}`);
    mkdirSync(temporary);
    try {
      fill(temporary);
      // A folder that is there is empty, and a rename onto it is not possible everywhere.
      if (existsSync(folder)) rmdirSync(folder);
      renameSync(temporary, folder);
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  });
}

export function writeFiles(folder: string, files: readonly GeneratedFile[]): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { flag: 'wx' });
  }
}
