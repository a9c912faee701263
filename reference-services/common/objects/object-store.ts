import type { Readable } from 'node:stream';

/** Bytes under keys such as `ten_01KE…/sha256/ca978112….wav`, the same on files and on S3. */
export interface ObjectStore {
  readonly kind: 'files' | 's3';
  /**
   * Keeps the bytes of a file of this machine under the key: whole or not at all, and through a crash once it resolves. What
   * was there before is replaced. The file is the store's from then on, and need not be there any more.
   */
  put(key: string, file: string): Promise<void>;
  /** The bytes from `start` on. Rejects with `ObjectMissing` when there is nothing under the key. */
  read(key: string, start?: number): Promise<Readable>;
  /** How many bytes there are; undefined when there is nothing under the key. */
  size(key: string): Promise<number | undefined>;
  /** Nothing happens where nothing is. */
  delete(key: string): Promise<void>;
  /** Resolves when the store answers. */
  probe(): Promise<void>;
  close(): Promise<void>;
}

export class ObjectMissing extends Error {
  override readonly name = 'ObjectMissing';

  constructor(key: string, options?: ErrorOptions) {
    super(`There is no object ${key}.`, options);
  }
}

/** Keys are made by services and never by people. What could leave a folder is refused all the same. */
export function checkKey(key: string): string {
  if (/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(key) && key.length <= 1024) return key;
  throw new TypeError(`"${key}" cannot be the key of an object.`);
}
