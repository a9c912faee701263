import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import type { DevelopmentIssuer } from '../../common/auth/development-issuer.ts';
import { systemClock } from '../../common/clock.ts';
import { openDatabase } from '../../common/database/config.ts';
import type { Database } from '../../common/database/database.ts';
import { migrateUp } from '../../common/database/migrate.ts';
import { readMigrations } from '../../common/database/migration-files.ts';
import type { Bus } from '../../common/events/bus.ts';
import { migrateOutbox } from '../../common/events/outbox/migrate-outbox.ts';
import { Outbox } from '../../common/events/outbox/outbox.ts';
import { createIdempotencyKeys } from '../../common/idempotency/idempotency-keys.ts';
import { createIds } from '../../common/ids.ts';
import { createLogger } from '../../common/logging.ts';
import { type OpenOptions as OpenServiceOptions, openService } from '../../common/service/open.ts';
import type { ServerEnv } from '../generated/index.ts';
import { createApp } from './app.ts';
import type { MetadataConfig } from './config.ts';
import type { MetadataDeps } from './deps.ts';
import { createPublishTranscript } from './publish-transcript.ts';
import { createRecordings } from './store/recordings.ts';
import { createSegments } from './store/segments.ts';
import { createSpeakers } from './store/speakers.ts';
import { createTranscripts } from './store/transcripts.ts';

export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));
export const ledger = 'schema_migrations';

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
  /** What `/ready` asks after. Requests are answered without it: what they tell waits in the outbox. */
  readonly bus?: Pick<Bus, 'probe'>;
}

/** The service without its socket and what it does by itself: publishing, taking events and sweeping. */
export async function openMetadata(config: MetadataConfig, options: OpenOptions = {}): Promise<OpenMetadata> {
  const { clock = systemClock } = options;
  const logger = options.logger ?? createLogger({ service: 'metadata', level: config.logLevel });
  const database = options.database ?? (await openDatabase(config.database, logger));
  await migrateUp(database, readMigrations(migrationsFolder), ledger);
  await migrateOutbox(database);
  const { bus } = options;
  const checks = [
    { name: 'database', probe: () => database.query('SELECT 1') },
    ...(bus === undefined ? [] : [{ name: 'event bus', probe: () => bus.probe(), optional: true }]),
  ];
  const parts = { name: 'metadata', checks, pool: database.pool };
  const { issuer, ...service } = await openService(config, parts, { ...options, logger });
  const context = { database, clock, newId: createIds(clock) };
  const outbox = new Outbox(database, clock);
  const deps: MetadataDeps = {
    ...service,
    recordings: createRecordings(context),
    transcripts: createTranscripts(context),
    segments: createSegments(context),
    speakers: createSpeakers(context),
    outbox,
    publishTranscript: createPublishTranscript({ ...context, outbox }),
    idempotency: createIdempotencyKeys(database, clock),
    maxBodyBytes: config.maxBodyBytes,
  };
  return { app: createApp(deps), deps, database, issuer };
}
