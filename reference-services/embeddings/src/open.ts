import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import type { DevelopmentIssuer } from '../../common/auth/development-issuer.ts';
import { systemClock } from '../../common/clock.ts';
import { openDatabase } from '../../common/database/config.ts';
import type { Database } from '../../common/database/database.ts';
import { migrateUp } from '../../common/database/migrate.ts';
import { readMigrations } from '../../common/database/migration-files.ts';
import { encoderCheck } from '../../common/encoder/check.ts';
import { openEncoder } from '../../common/encoder/config.ts';
import type { Encoder } from '../../common/encoder/encoder.ts';
import type { Bus } from '../../common/events/bus.ts';
import { openBus } from '../../common/events/open-bus.ts';
import { migrateOutbox } from '../../common/events/outbox/migrate-outbox.ts';
import { Outbox } from '../../common/events/outbox/outbox.ts';
import { registerOutboxMetrics } from '../../common/events/outbox/outbox-metrics.ts';
import { Relay } from '../../common/events/outbox/relay.ts';
import { createIdempotencyKeys } from '../../common/idempotency/idempotency-keys.ts';
import { createIds } from '../../common/ids.ts';
import { createLogger } from '../../common/logging.ts';
import { type OpenOptions as OpenServiceOptions, openIssuer, openService } from '../../common/service/open.ts';
import { openVectors } from '../../common/vectors/config.ts';
import { emptyVectors, type OpenVectors, wholeVectors } from '../../common/vectors/open-vectors.ts';
import { type Rebuild, type SegmentSource, startRebuild } from '../../common/vectors/rebuild.ts';
import type { VectorIndex } from '../../common/vectors/vector-index.ts';
import type { ServerEnv } from '../generated/index.ts';
import { createApp } from './app.ts';
import type { EmbeddingsConfig } from './config.ts';
import type { EmbeddingsDeps } from './deps.ts';
import { forgetLetter } from './forget-letter.ts';
import { createWorkerMetrics } from './metrics.ts';
import { openRecordings, type RecordingsGiven } from './open-recordings.ts';
import { createSegmentSource } from './segment-source.ts';
import { createAttempts } from './store/attempts.ts';
import { createJobs } from './store/jobs.ts';
import { createPoints } from './store/points.ts';
import { createAnnounce } from './worker/announce.ts';
import { startWorker } from './worker/start-worker.ts';

export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));
export const ledger = 'embeddings_migrations';

export interface OpenEmbeddings {
  readonly app: Hono<ServerEnv>;
  readonly deps: EmbeddingsDeps;
  readonly database: Database;
  readonly index: VectorIndex;
  /** What the index has to hold, as the database has it. */
  readonly segmentSource: SegmentSource;
  /** What is being done about an index that lacks something. */
  readonly rebuild: Rebuild;
  /** There only when no JWKS file is configured. */
  readonly issuer: DevelopmentIssuer | undefined;
  /** Ends the worker and closes what was opened here; what came from outside stays open. */
  close(): Promise<void>;
}

/** What is open already, such as what services in one process or several tests share. */
export interface OpenOptions extends OpenServiceOptions, RecordingsGiven {
  readonly database?: Database;
  readonly bus?: Bus;
  readonly index?: VectorIndex;
  readonly encoder?: Encoder;
  /** How long a worker may be silent before another one takes its job over. */
  readonly leaseMs?: number;
}

/** The whole service but its socket: its parts, put together, with its worker running. */
export async function openEmbeddings(config: EmbeddingsConfig, options: OpenOptions = {}): Promise<OpenEmbeddings> {
  const { clock = systemClock } = options;
  const logger = options.logger ?? createLogger({ service: 'embeddings', level: config.logLevel });
  const development = options.issuer ?? (await openIssuer(config.tokens));
  const facts = openRecordings(config, options, { development, clock });
  const { recordings } = facts;
  const warn = (about: string) => (error: unknown) => logger.warn({ error }, about);
  const encoder = options.encoder ?? (await openEncoder(config.encoder));
  const database = options.database ?? (await openDatabase(config.database, logger));
  await migrateUp(database, readMigrations(migrationsFolder), ledger);
  await migrateOutbox(database);
  const bus = options.bus ?? (await openBus({ ...config.bus, database, onError: warn('bus') }));
  const vectors = await indexOf(encoder);
  const { index, setAside } = vectors;
  if (setAside !== undefined) logger.warn({ ...setAside }, 'the vector index cannot be used and was set aside');
  const segmentSource = createSegmentSource({ database, encoder, recordings });
  const rebuild = startRebuild(vectors, {
    source: segmentSource,
    onDone: (count) => logger.info({ points: count }, 'the vector index is whole again'),
    onError: (error) => logger.error({ error }, 'the vector index was not rebuilt'),
  });

  const checks = [
    { name: 'database', probe: () => database.query('SELECT 1') },
    { name: 'event bus', probe: () => bus.probe() },
    { name: 'vector index', probe: () => index.probe() },
    encoderCheck(encoder),
    { name: 'index contents', probe: rebuild.probe, optional: true },
    ...facts.checks,
  ];
  const parts = { name: 'embeddings', checks, pool: database.pool };
  const { issuer, ...service } = await openService(config, parts, {
    ...options,
    ...(development && { issuer: development }),
    logger,
  });

  const context = { database, clock, newId: createIds(clock) };
  const outbox = new Outbox(database, clock);
  const jobs = createJobs(context);
  const points = createPoints(context);
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
    ...{ database, clock, encoder, index, recordings, points, jobs, logger, bus },
    attempts: createAttempts(context, options.leaseMs),
    announce: createAnnounce({ outbox, encoder, newId: context.newId, clock }),
    metrics: createWorkerMetrics(registry),
    signal: stopping.signal,
    concurrency: config.concurrency,
  });

  const deps: EmbeddingsDeps = {
    ...service,
    ...{ database, encoder, jobs, points },
    wake: () => worker.wake(),
    forgetLetter: (eventId) => forgetLetter(bus, eventId),
    idempotency: createIdempotencyKeys(database, clock, 'embeddings_idempotency_keys'),
    maxBodyBytes: config.maxBodyBytes,
  };
  return { app: createApp(deps), deps, database, index, segmentSource, rebuild, issuer, close };

  async function indexOf({ id: modelId, version: modelVersion, dimensions }: Encoder): Promise<OpenVectors> {
    if (options.index !== undefined) return wholeVectors(options.index);
    const opened = await openVectors(config.vectors, { modelId, modelVersion, dimensions }, warn('vector index'));
    // What is in memory begins empty each time, whatever the database has kept.
    return config.vectors.kind === 'memory' ? emptyVectors(opened.index) : opened;
  }

  async function close(): Promise<void> {
    stopping.abort();
    await worker.stop();
    await rebuild.stop();
    await relay.stop();
    facts.stop();
    if (options.bus === undefined) await bus.close();
    if (options.index === undefined) await index.close();
    if (options.database === undefined) await database.close();
  }
}
