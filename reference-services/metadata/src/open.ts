import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import { type DevelopmentIssuer, openDevelopmentIssuer } from '../../common/auth/development-issuer.ts';
import { createTokenVerifier } from '../../common/auth/token-verifier.ts';
import { type Clock, systemClock } from '../../common/clock.ts';
import type { Database } from '../../common/database/database.ts';
import { openEmbedded } from '../../common/database/embedded.ts';
import { migrateUp } from '../../common/database/migrate.ts';
import { readMigrations } from '../../common/database/migration-files.ts';
import { openPostgres } from '../../common/database/postgres.ts';
import { Health } from '../../common/health.ts';
import { createIdempotencyKeys } from '../../common/idempotency/idempotency-keys.ts';
import { createIds } from '../../common/ids.ts';
import { createLogger, type Logger } from '../../common/logging.ts';
import { createMetrics } from '../../common/metrics.ts';
import { RateLimiter } from '../../common/rate-limit.ts';
import type { ServerEnv } from '../generated/index.ts';
import { createApp } from './app.ts';
import type { DatabaseConfig, MetadataConfig } from './config.ts';
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

export interface OpenOptions {
  readonly clock?: Clock;
  /** A database that is open already, such as one that several tests share. */
  readonly database?: Database;
  /** Takes the place of the development issuer that the configuration asks for: its key pair takes long to make. */
  readonly issuer?: DevelopmentIssuer;
  readonly logger?: Logger;
  /** Whether `/metrics` tells of the process too. */
  readonly processMetrics?: boolean;
}

/** The whole service but its socket: opens the database, brings its schema up to date and puts the parts together. */
export async function openMetadata(config: MetadataConfig, options: OpenOptions = {}): Promise<OpenMetadata> {
  const { clock = systemClock, processMetrics = false } = options;
  const logger = options.logger ?? createLogger({ service: 'metadata', level: config.logLevel });
  const issuer = options.issuer ?? (await openIssuer(config));
  const database = options.database ?? (await openDatabase(config.database, logger));
  await migrateUp(database, readMigrations(migrationsFolder));
  const context = { database, clock, newId: createIds(clock) };
  const deps: MetadataDeps = {
    recordings: createRecordings(context),
    transcripts: createTranscripts(context),
    segments: createSegments(context),
    speakers: createSpeakers(context),
    idempotency: createIdempotencyKeys(database, clock),
    tokens: createTokenVerifier({ ...tokenRules(config, issuer), clock }),
    limiter: new RateLimiter(config.rateLimit, clock),
    health: new Health([{ name: 'database', probe: () => database.query('SELECT 1') }], (check, error) =>
      logger.warn({ check, error }, 'dependency unavailable'),
    ),
    metrics: createMetrics({ pool: database.pool, ofProcess: processMetrics }),
    logger,
    maxBodyBytes: config.maxBodyBytes,
  };
  return { app: createApp(deps), deps, database, issuer };
}

export async function openDatabase(config: DatabaseConfig, logger: Logger): Promise<Database> {
  if (config.kind === 'embedded') return openEmbedded({ folder: config.folder });
  return openPostgres({ ...config, onIdleError: (error) => logger.warn({ error }, 'idle connection lost') });
}

async function openIssuer({ tokens }: MetadataConfig): Promise<DevelopmentIssuer | undefined> {
  return tokens.kind === 'development' ? openDevelopmentIssuer(tokens.keyFile) : undefined;
}

function tokenRules({ tokens }: MetadataConfig, issuer: DevelopmentIssuer | undefined) {
  if (tokens.kind === 'jwks') return tokens;
  if (issuer === undefined) throw new Error('A development configuration always opens its issuer.');
  return issuer;
}
