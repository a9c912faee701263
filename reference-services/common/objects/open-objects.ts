import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '../config.ts';
import { openFileObjects } from './file-objects.ts';
import type { ObjectStore } from './object-store.ts';
import { openS3Objects } from './s3-objects.ts';

export interface S3ObjectsConfig {
  readonly kind: 's3';
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
}

export type ObjectsConfig =
  | S3ObjectsConfig
  /** Without a folder the objects lie among the temporary files of the machine. */
  | { readonly kind: 'files'; readonly folder: string | undefined };

/** The services share one store, so its variables have no prefix. */
export function readObjectsConfig(settings: Settings): ObjectsConfig {
  const endpoint = settings.optional('S3_ENDPOINT');
  const folder = settings.optional('OBJECTS_DIR');
  if (endpoint === undefined) return { kind: 'files', folder };
  if (!/^https?:\/\/[^/]/.test(endpoint) || !URL.canParse(endpoint)) {
    settings.report('S3_ENDPOINT is not the address of an object store. Set it like https://s3.example.com.');
  }
  if (folder !== undefined) {
    settings.report('OBJECTS_DIR and S3_ENDPOINT are both set. Unset the one that you do not mean.');
  }
  const bucket = settings.optional('S3_BUCKET');
  if (bucket === undefined) settings.report('S3_BUCKET is missing. Set it to the bucket that holds the objects.');
  return { kind: 's3', endpoint, region: settings.optional('S3_REGION') ?? 'us-east-1', bucket: bucket ?? '' };
}

export async function openObjects(config: ObjectsConfig): Promise<ObjectStore> {
  if (config.kind === 's3') return openS3Objects(config);
  return openFileObjects(config.folder ?? (await mkdtemp(join(tmpdir(), 'ai2text-objects-'))));
}
