import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../config.ts';
import { ObjectMissing, type ObjectStore } from '../../objects/object-store.ts';
import { openObjects, readObjectsConfig } from '../../objects/open-objects.ts';
import { startS3Stub } from './s3-stub.ts';

const folder = mkdtempSync(join(tmpdir(), 'objects-'));
vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function fileOf(bytes: Buffer): string {
  const path = join(folder, `source-${randomBytes(6).toString('hex')}`);
  writeFileSync(path, bytes);
  return path;
}

/** A server of one's own by OBJECTS_TEST_S3_ENDPOINT and OBJECTS_TEST_S3_BUCKET, else the stub. */
const stores = {
  files: async () => ({
    store: await openObjects({ kind: 'files', folder: join(folder, 'store') }),
    close: async () => undefined,
  }),
  S3: async () => {
    const endpoint = process.env.OBJECTS_TEST_S3_ENDPOINT;
    const bucket = process.env.OBJECTS_TEST_S3_BUCKET ?? 'audio';
    const stub = endpoint === undefined ? await startS3Stub(bucket) : undefined;
    const config = { kind: 's3', endpoint: endpoint ?? stub?.endpoint ?? '', region: 'us-east-1', bucket } as const;
    return { store: await openObjects(config), close: async () => stub?.close() };
  },
};

describe.each(Object.entries(stores))('an object store of %s', (_name, open) => {
  let store: ObjectStore;
  let close: () => Promise<unknown>;
  beforeAll(async () => {
    ({ store, close } = await open());
  });
  afterAll(async () => {
    await store.close();
    await close();
  });

  it('gives back what was put, from any place on, and takes the file away', async () => {
    const bytes = randomBytes(100_000);
    const file = fileOf(bytes);
    await store.put('ten_1/sha256/ab/abc.wav', file);
    expect(existsSync(file)).toBe(false);
    expect(await store.size('ten_1/sha256/ab/abc.wav')).toBe(100_000);
    expect((await buffer(await store.read('ten_1/sha256/ab/abc.wav'))).equals(bytes)).toBe(true);
    expect((await buffer(await store.read('ten_1/sha256/ab/abc.wav', 99_990))).equals(bytes.subarray(99_990))).toBe(
      true,
    );
  });

  it('keeps what is larger than one part', async () => {
    const bytes = randomBytes(17 * 1024 * 1024);
    await store.put('large', fileOf(bytes));
    expect((await buffer(await store.read('large'))).equals(bytes)).toBe(true);
    await store.delete('large');
  });

  it('replaces what was there', async () => {
    await store.put('twice', fileOf(Buffer.from('one')));
    await store.put('twice', fileOf(Buffer.from('two')));
    expect(String(await buffer(await store.read('twice')))).toBe('two');
  });

  it('knows what is missing, and deletes it without complaint', async () => {
    await store.put('gone', fileOf(Buffer.from('x')));
    await store.delete('gone');
    await store.delete('gone');
    expect(await store.size('gone')).toBeUndefined();
    await expect(store.read('gone')).rejects.toThrow(ObjectMissing);
  });

  it.each(['../up', 'a/../../b', '/root', 'a//b', '.hidden', '', 'a\0b', 'a\\b'])('refuses the key %j', async (key) => {
    await expect(store.put(key, fileOf(Buffer.from('x')))).rejects.toThrow('cannot be the key of an object');
    await expect(store.size(key)).rejects.toThrow('cannot be the key of an object');
  });

  it('says that it answers', async () => {
    await expect(store.probe()).resolves.toBeUndefined();
  });
});

it('files leave nothing unfinished behind', () => {
  expect(readdirSync(join(folder, 'store', '.unfinished'))).toEqual([]);
});

it('a bucket that is not there, and a server that is away, are no answer', async () => {
  const stub = await startS3Stub('audio');
  const config = { kind: 's3', endpoint: stub.endpoint, region: 'us-east-1', bucket: 'other' } as const;
  const store = await openObjects(config);
  await expect(store.probe()).rejects.toThrow();
  await stub.close();
  await expect(store.probe()).rejects.toThrow();
  await store.close();
});

it('an environment is one store or the other, and what is wrong is said by name', () => {
  const read = (environment: Record<string, string>) => readConfig(environment, readObjectsConfig);
  expect(read({})).toEqual({ kind: 'files', folder: undefined });
  expect(read({ OBJECTS_DIR: '/data' })).toEqual({ kind: 'files', folder: '/data' });
  const s3 = { S3_ENDPOINT: 'https://s3.example.com', S3_BUCKET: 'audio' };
  expect(read(s3)).toEqual({ kind: 's3', endpoint: 'https://s3.example.com', region: 'us-east-1', bucket: 'audio' });
  expect(() => read({ ...s3, OBJECTS_DIR: '/data' })).toThrow('OBJECTS_DIR and S3_ENDPOINT are both set.');
  expect(() => read({ S3_ENDPOINT: 's3.example.com' })).toThrow(
    /^S3_ENDPOINT is not the address.*\nS3_BUCKET is missing/,
  );
});
