import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { checkKey, ObjectMissing, type ObjectStore } from './object-store.ts';
import type { S3ObjectsConfig } from './open-objects.ts';

/** Objects in a bucket of S3, or of a store that speaks its protocol. Credentials come from AWS's own variables or roles. */
export function openS3Objects({ endpoint, region, bucket }: S3ObjectsConfig): ObjectStore {
  const client = new S3Client({
    endpoint,
    region,
    // Stores of one's own seldom have a host name for each bucket, nor the newer checksums.
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 60_000 },
  });
  return {
    kind: 's3',
    put,
    read,
    size,
    delete: remove,
    probe: async () => {
      await client.send(new HeadBucketCommand({ Bucket: bucket }));
    },
    close: async () => client.destroy(),
  };

  function at(key: string) {
    return { Bucket: bucket, Key: checkKey(key) };
  }

  /** In parts, none of which is held for longer than it takes to send it; S3 shows the object when it has them all. */
  async function put(key: string, file: string): Promise<void> {
    const { size: ContentLength } = await stat(file);
    const whole = ContentLength <= partBytes;
    const Body = createReadStream(file);
    const params = { ...at(key), Body, ...(whole && { ContentLength }) };
    await new Upload({ client, params, partSize: partBytes, queueSize: 2, leavePartsOnError: false }).done();
    await rm(file, { force: true });
  }

  async function read(key: string, start = 0): Promise<Readable> {
    const Range = start === 0 ? undefined : `bytes=${start}-`;
    const { Body } = await client.send(new GetObjectCommand({ ...at(key), Range })).catch((error: unknown) => {
      throw isMissing(error) ? new ObjectMissing(key, { cause: error }) : error;
    });
    if (Body instanceof Readable) return Body;
    throw new Error(`The store answered ${key} without a body.`);
  }

  async function size(key: string): Promise<number | undefined> {
    try {
      return (await client.send(new HeadObjectCommand(at(key)))).ContentLength;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async function remove(key: string): Promise<void> {
    await client.send(new DeleteObjectCommand(at(key)));
  }
}

/** A file of 4 GiB then has 256 parts, of the 10,000 that S3 allows. */
const partBytes = 16 * 1024 * 1024;

function isMissing(error: unknown): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404;
}
