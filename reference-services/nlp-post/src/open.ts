import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import type { DevelopmentIssuer } from '../../common/auth/development-issuer.ts';
import { systemClock } from '../../common/clock.ts';
import { openDatabase } from '../../common/database/config.ts';
import type { Database } from '../../common/database/database.ts';
import { migrateUp } from '../../common/database/migrate.ts';
import { readMigrations } from '../../common/database/migration-files.ts';
import type { Bus } from '../../common/events/bus.ts';
import { openBus } from '../../common/events/open-bus.ts';
import { migrateOutbox } from '../../common/events/outbox/migrate-outbox.ts';
import { Outbox } from '../../common/events/outbox/outbox.ts';
import { registerOutboxMetrics } from '../../common/events/outbox/outbox-metrics.ts';
import { Relay } from '../../common/events/outbox/relay.ts';
import { createIdempotencyKeys } from '../../common/idempotency/idempotency-keys.ts';
import { createIds } from '../../common/ids.ts';
import { createLogger } from '../../common/logging.ts';
import { type OpenOptions as OpenServiceOptions, openService } from '../../common/service/open.ts';
import type { ServerEnv } from '../generated/index.ts';
import { createApp } from './app.ts';
import type { NlpPostConfig } from './config.ts';
import type { NlpPostDeps } from './deps.ts';
import { createWorkerMetrics } from './metrics.ts';
import { createAttempts } from './store/attempts.ts';
import { createJobs } from './store/jobs.ts';
import { createAnnounce } from './worker/announce.ts';
import { startWorker } from './worker/start-worker.ts';

export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

/** The table that says which migrations were applied. */
export const ledger = 'nlp_post_migrations';

export interface OpenNlpPost {
  readonly app: Hono<ServerEnv>;
  readonly deps: NlpPostDeps;
  readonly database: Database;
  /** There only when no JWKS file is configured. */
  readonly issuer: DevelopmentIssuer | undefined;
  /** Ends the worker and closes what was opened here; what came from outside stays open. */
  close(): Promise<void>;
}

/** What is open already, such as what services in one process or several tests share. */
export interface OpenOptions extends OpenServiceOptions {
  readonly database?: Database;
  readonly bus?: Bus;
}

/** The whole service but its socket: its parts, put together, with its worker running. */
export async function openNlpPost(config: NlpPostConfig, options: OpenOptions = {}): Promise<OpenNlpPost> {
  const { clock = systemClock } = options;
  const logger = options.logger ?? createLogger({ service: 'nlp-post', level: config.logLevel });
  const warn = (about: string) => (error: unknown) => logger.warn({ error }, about);
  const database = options.database ?? (await openDatabase(config.database, logger));
  await migrateUp(database, readMigrations(migrationsFolder), ledger);
  await migrateOutbox(database);
  const bus = options.bus ?? (await openBus({ ...config.bus, database, onError: warn('bus') }));

  const checks = [
    { name: 'database', probe: () => database.query('SELECT 1') },
    { name: 'event bus', probe: () => bus.probe() },
  ];
  const parts = { name: 'nlp-post', checks, pool: database.pool };
  const { issuer, ...service } = await openService(config, parts, { ...options, logger });

  const context = { database, clock, newId: createIds(clock) };
  const outbox = new Outbox(database, clock);
  const jobs = createJobs(context);
  const stopping = new AbortController();
  const { registry } = service.metrics;
  const { onPublished, onFailed } = registerOutboxMetrics(registry, outbox);
  const notPublished = warn('not published');
  const onError = (error: unknown) => {
    onFailed();
    notPublished(error);
  };
  const relay = new Relay(outbox, database, bus, { onPublished, onError, clock });
  const worker = await startWorker({
    ...{ database, clock, jobs, logger, bus },
    attempts: createAttempts(context),
    announce: createAnnounce({ outbox, newId: context.newId, clock }),
    metrics: createWorkerMetrics(registry),
    signal: stopping.signal,
    concurrency: config.concurrency,
  });

  const deps: NlpPostDeps = {
    ...service,
    ...{ clock, database, jobs },
    wake: () => worker.wake(),
    idempotency: createIdempotencyKeys(database, clock, 'nlp_post_idempotency_keys'),
    maxBodyBytes: config.maxBodyBytes,
  };
  return { app: createApp(deps), deps, database, issuer, close };

  async function close(): Promise<void> {
    stopping.abort();
    await worker.stop();
    await relay.stop();
    if (options.bus === undefined) await bus.close();
    if (options.database === undefined) await database.close();
  }
}
