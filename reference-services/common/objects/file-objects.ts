import { createReadStream } from 'node:fs';
import { access, constants, copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { ulid } from 'ulid';
import { checkKey, ObjectMissing, type ObjectStore } from './object-store.ts';

/** Objects as files of a folder. */
export async function openFileObjects(folder: string): Promise<ObjectStore> {
  const unfinished = join(folder, '.unfinished');
  await mkdir(unfinished, { recursive: true });
  return { kind: 'files', put, read, size, delete: remove, probe, close: async () => undefined };

  function place(key: string): string {
    return join(folder, checkKey(key));
  }

  /** Safe on disk first, then in its place in one step: whoever looks finds all of it or nothing. */
  async function put(key: string, file: string): Promise<void> {
    const target = place(key);
    const temporary = join(unfinished, ulid());
    await mkdir(dirname(target), { recursive: true });
    try {
      await move(file, temporary);
      await sync(temporary);
      await rename(temporary, target);
      await sync(dirname(target));
    } finally {
      await rm(temporary, { force: true });
    }
  }

  async function read(key: string, start = 0): Promise<Readable> {
    const path = place(key);
    if ((await size(key)) === undefined) throw new ObjectMissing(key);
    return createReadStream(path, { start });
  }

  async function size(key: string): Promise<number | undefined> {
    try {
      return (await stat(place(key))).size;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  async function remove(key: string): Promise<void> {
    await rm(place(key), { force: true });
  }

  async function probe(): Promise<void> {
    await access(unfinished, constants.W_OK);
  }
}

/** On another file system a file can only be copied. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    await copyFile(from, to);
    await rm(from, { force: true });
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
