import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import type { DevelopmentIssuer } from '../../common/auth/development-issuer.ts';
import { systemClock } from '../../common/clock.ts';
import { openDatabase } from '../../common/database/config.ts';
import type { Database } from '../../common/database/database.ts';
import { migrateUp } from '../../common/database/migrate.ts';
import { readMigrations } from '../../common/database/migration-files.ts';
import { createIdempotencyKeys } from '../../common/idempotency/idempotency-keys.ts';
import { createIds } from '../../common/ids.ts';
import { createLogger } from '../../common/logging.ts';
import { type OpenOptions as OpenServiceOptions, openService } from '../../common/service/open.ts';
import type { ServerEnv } from '../generated/index.ts';
import { createApp } from './app.ts';
import type { MetadataConfig } from './config.ts';
import type { MetadataDeps } from './deps.ts';
import { createRecordings } from './store/recordings.ts';
import { createSegments } from './store/segments.ts';
import { createSpeakers } from './store/speakers.ts';
import { createTranscripts } from './store/transcripts.ts';

export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

export interface OpenMetadata {
  readonly app: Hono<ServerEnv>;
  readonly deps: MetadataDeps;
  readonly database: Database;
  /** There only when no JWKS file is configured. */
  readonly issuer: DevelopmentIssuer | undefined;
}

export interface OpenOptions extends OpenServiceOptions {
  /** A database that is open already, such as one that several tests share. */
  readonly database?: Database;
}

/** The whole service but its socket: opens the database, brings its schema up to date and puts the parts together. */
export async function openMetadata(config: MetadataConfig, options: OpenOptions = {}): Promise<OpenMetadata> {
  const { clock = systemClock } = options;
  const logger = options.logger ?? createLogger({ service: 'metadata', level: config.logLevel });
  const database = options.database ?? (await openDatabase(config.database, logger));
  await migrateUp(database, readMigrations(migrationsFolder));
  const checks = [{ name: 'database', probe: () => database.query('SELECT 1') }];
  const parts = { name: 'metadata', checks, pool: database.pool };
  const { issuer, ...service } = await openService(config, parts, { ...options, logger });
  const context = { database, clock, newId: createIds(clock) };
  const deps: MetadataDeps = {
    ...service,
    recordings: createRecordings(context),
    transcripts: createTranscripts(context),
    segments: createSegments(context),
    speakers: createSpeakers(context),
    idempotency: createIdempotencyKeys(database, clock),
    maxBodyBytes: config.maxBodyBytes,
  };
  return { app: createApp(deps), deps, database, issuer };
}
