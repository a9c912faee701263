import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ConfigurationError } from '../config.ts';

/** Those of this process, which its number in the file cannot tell from those of an earlier one that had the same. */
const held = new Set<string>();

/**
 * Claims a folder for this process, in a file beside it that holds the process's number, and returns what gives it back. Two
 * processes on the files of one embedded database would destroy it. A process that died leaves its file; the next one takes over.
 */
export function lockFolder(folder: string): () => void {
  const file = `${resolve(folder)}.lock`;
  const holder = held.has(file) ? process.pid : otherHolder(file);
  if (holder !== undefined) {
    const who = holder === process.pid ? 'this process already' : `process ${holder}`;
    throw new ConfigurationError([
      `The database in ${folder} is in use by ${who}. Stop it first: only one can have it.`,
    ]);
  }
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  writeFileSync(file, String(process.pid), { flag: 'wx' });
  held.add(file);
  return () => {
    held.delete(file);
    rmSync(file, { force: true });
  };
}

function otherHolder(file: string): number | undefined {
  const pid = Number(readIfThere(file));
  // In a container, every process has the number that the one before it had.
  return Number.isInteger(pid) && pid > 0 && pid !== process.pid && isAlive(pid) ? pid : undefined;
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is one too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
