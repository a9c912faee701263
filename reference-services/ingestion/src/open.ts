import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import type { DevelopmentIssuer } from '../../common/auth/development-issuer.ts';
import { systemClock } from '../../common/clock.ts';
import { openDatabase } from '../../common/database/config.ts';
import type { Database } from '../../common/database/database.ts';
import { migrateUp } from '../../common/database/migrate.ts';
import { readMigrations } from '../../common/database/migration-files.ts';
import { migrateOutbox } from '../../common/events/outbox/migrate-outbox.ts';
import { Outbox } from '../../common/events/outbox/outbox.ts';
import { createIdempotencyKeys } from '../../common/idempotency/idempotency-keys.ts';
import { createIds } from '../../common/ids.ts';
import { createLogger } from '../../common/logging.ts';
import type { ObjectStore } from '../../common/objects/object-store.ts';
import { openObjects } from '../../common/objects/open-objects.ts';
import { type OpenOptions as OpenServiceOptions, openService } from '../../common/service/open.ts';
import type { ServerEnv } from '../generated/index.ts';
import { createApp } from './app.ts';
import type { IngestionConfig } from './config.ts';
import type { IngestionDeps } from './deps.ts';
import { createMultipart } from './multipart.ts';
import { openSpool } from './spool.ts';
import { createObjectLedger } from './store/object-ledger.ts';
import { createRecordings } from './store/recordings.ts';
import { createResumableUploads } from './store/resumable-uploads.ts';
import { createUploads } from './store/uploads.ts';

export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));
export const ledger = 'ingestion_migrations';

export interface OpenIngestion {
  readonly app: Hono<ServerEnv>;
  readonly deps: IngestionDeps;
  /** There only when no JWKS file is configured. */
  readonly issuer: DevelopmentIssuer | undefined;
  /** Closes what was opened for it, and nothing that it was given. */
  close(): Promise<void>;
}

export interface OpenOptions extends OpenServiceOptions {
  /** A database that is open already, such as one that several services share. */
  readonly database?: Database;
  readonly objects?: ObjectStore;
}

/** The whole service but its socket and what it does by itself: publishing and sweeping. */
export async function openIngestion(config: IngestionConfig, options: OpenOptions = {}): Promise<OpenIngestion> {
  const { clock = systemClock } = options;
  const logger = options.logger ?? createLogger({ service: 'ingestion', level: config.logLevel });
  const database = options.database ?? (await openDatabase(config.database, logger));
  const objects = options.objects ?? (await openObjects(config.objects));
  await migrateUp(database, readMigrations(migrationsFolder), ledger);
  await migrateOutbox(database);
  const spool = await openSpool(config.spoolFolder ?? (await mkdtemp(join(tmpdir(), 'ai2text-spool-'))));
  const checks = [
    { name: 'database', probe: () => database.query('SELECT 1') },
    { name: 'object store', probe: () => objects.probe() },
  ];
  const parts = { name: 'ingestion', checks, pool: database.pool };
  const { issuer, ...service } = await openService(config, parts, { ...options, logger });
  const context = { database, clock, newId: createIds(clock) };
  const objectLedger = createObjectLedger(database, objects, clock);
  const deps: IngestionDeps = {
    ...service,
    ...context,
    objects,
    ledger: objectLedger,
    spool,
    multipart: createMultipart(spool, config.limits.maxMultipartBytes),
    uploads: createUploads(context),
    resumable: createResumableUploads(context, objectLedger),
    recordings: createRecordings(context),
    outbox: new Outbox(database, clock),
    idempotency: createIdempotencyKeys(database, clock, 'ingestion_idempotency_keys'),
    limits: config.limits,
    maxBodyBytes: config.maxBodyBytes,
  };
  return { app: createApp(deps), deps, issuer, close };

  async function close(): Promise<void> {
    if (options.objects === undefined) await objects.close();
    if (options.database === undefined) await database.close();
  }
}
