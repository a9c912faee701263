import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ulid } from 'ulid';

/** Bytes that have arrived and lie in a file of this machine until the object store has them. */
export interface Spooled {
  readonly path: string;
  readonly size: number;
  /** In hexadecimal. */
  readonly sha256: string;
  /** Fine when the file is gone already. */
  discard(): Promise<void>;
}

export type Received =
  | { readonly kind: 'whole'; readonly file: Spooled }
  /** The source failed; these bytes came before it did. */
  | { readonly kind: 'cut'; readonly file: Spooled; readonly cause: unknown }
  | { readonly kind: 'too-large' };

export type Spool = Awaited<ReturnType<typeof openSpool>>;

/** Keeps uploads out of memory: each passes through a file, with its digest computed on the way. */
export async function openSpool(folder: string) {
  await mkdir(folder, { recursive: true });
  return { receive, sweep, folder };

  async function receive(source: AsyncIterable<Uint8Array>, limit: number): Promise<Received> {
    const path = join(folder, `${ulid()}.upload`);
    const digest = createHash('sha256');
    const handle = await open(path, 'wx');
    let size = 0;
    let failure: { readonly cause: unknown } | undefined;
    try {
      for await (const chunk of untilFailure(source, (cause) => (failure = { cause }))) {
        size += chunk.byteLength;
        if (size > limit) break;
        digest.update(chunk);
        await writeAll(handle, chunk);
      }
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
    const discard = () => rm(path, { force: true });
    if (size > limit) {
      await discard();
      return { kind: 'too-large' };
    }
    const file = { path, size, sha256: digest.digest('hex'), discard };
    return failure === undefined ? { kind: 'whole', file } : { kind: 'cut', file, ...failure };
  }

  /** Removes what processes that have died left behind, and says how many files that were. */
  async function sweep(before: Date): Promise<number> {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.upload'));
    const old = await Promise.all(names.map(async (name) => ((await isOlder(join(folder, name), before)) ? name : [])));
    const gone = old.flat();
    await Promise.all(gone.map((name) => rm(join(folder, name), { force: true })));
    return gone.length;
  }
}

/** Tells failures of the source from those of the disk, which are nothing to go on from. */
async function* untilFailure(
  source: AsyncIterable<Uint8Array>,
  onFailure: (cause: unknown) => void,
): AsyncGenerator<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  let done = false;
  try {
    while (!done) {
      const next = await iterator.next().catch((cause: unknown) => {
        onFailure(cause);
        return { done: true, value: undefined } as const;
      });
      done = next.done === true;
      if (!next.done) yield next.value;
    }
  } finally {
    if (!done) await iterator.return?.();
  }
}

async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  let written = 0;
  while (written < chunk.byteLength) written += (await handle.write(chunk, written)).bytesWritten;
}

async function isOlder(path: string, before: Date): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && found.mtime < before;
}
