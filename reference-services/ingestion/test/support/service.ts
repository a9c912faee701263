import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { openDevelopmentIssuer } from '../../../common/auth/development-issuer.ts';
import type { Clock } from '../../../common/clock.ts';
import type { Database } from '../../../common/database/database.ts';
import { openFileObjects } from '../../../common/objects/file-objects.ts';
import type { ObjectStore } from '../../../common/objects/object-store.ts';
import { type Limits, readIngestionConfig } from '../../src/config.ts';
import { openIngestion } from '../../src/open.ts';
import { Caller } from './caller.ts';

export interface ServiceOptions {
  readonly clock?: Clock;
  readonly limits?: Partial<Limits>;
  /** Stands around the store of the service, to make it fail. */
  readonly objects?: (store: ObjectStore) => ObjectStore;
}

/** One for all tests of a file. */
const issuer = openDevelopmentIssuer();

export type TestService = Awaited<ReturnType<typeof openTestService>>;

/** The service as it is, on a database that the tests of a file share, and a folder of its own. */
export async function openTestService(database: Database, { clock, limits, objects }: ServiceOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ingestion-'));
  const read = readIngestionConfig({ LOG_LEVEL: 'silent' });
  const config = {
    ...read,
    tokens: { kind: 'development', keyFile: undefined } as const,
    limits: { ...read.limits, ...limits },
    spoolFolder: join(folder, 'spool'),
  };
  const store = await openFileObjects(join(folder, 'objects'));
  const options = { database, issuer: await issuer, objects: objects?.(store) ?? store, ...(clock && { clock }) };
  const opened = await openIngestion(config, options);
  return { ...opened, store, token, caller, files, spooled: () => readdirSync(config.spoolFolder) };

  async function token(tenant = newTenant()): Promise<string> {
    // Tests that turn the clock on take the same token.
    const lifetimeSeconds = 400 * 24 * 3600;
    return (await issuer).issue({ tenant, scopes: ['uploads:read', 'uploads:write'], lifetimeSeconds });
  }

  /** Somebody of a tenant that has nothing yet. */
  async function caller(tenant = newTenant()): Promise<Caller> {
    return new Caller(opened.app, await token(tenant), tenant);
  }

  /** The keys of all objects. */
  function files(): readonly string[] {
    const entries = readdirSync(join(folder, 'objects'), { recursive: true, withFileTypes: true });
    const root = join(folder, 'objects');
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .sort();
  }
}

export function newTenant(): string {
  return `ten_${ulid()}`;
}
