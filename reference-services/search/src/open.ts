import type { Hono } from 'hono';
import type { DevelopmentIssuer } from '../../common/auth/development-issuer.ts';
import { systemClock } from '../../common/clock.ts';
import { encoderCheck } from '../../common/encoder/check.ts';
import { openEncoder } from '../../common/encoder/config.ts';
import type { Encoder } from '../../common/encoder/encoder.ts';
import { createIdempotencyKeys } from '../../common/idempotency/idempotency-keys.ts';
import { createLogger } from '../../common/logging.ts';
import { type OpenOptions as OpenServiceOptions, openService } from '../../common/service/open.ts';
import type { SegmentSource } from '../../common/vectors/rebuild.ts';
import type { ServerEnv } from '../generated/index.ts';
import { createApp } from './app.ts';
import { type Backings, type GivenBackings, openBackings } from './backings.ts';
import type { SearchConfig } from './config.ts';
import type { SearchDeps } from './deps.ts';
import { forgetOnNewVectors } from './invalidation.ts';
import { createParts } from './parts.ts';
import type { Reranker } from './search/rerank.ts';
import { createFeedbackStore } from './store/feedback.ts';

export interface OpenSearch extends Backings {
  readonly app: Hono<ServerEnv>;
  readonly deps: SearchDeps;
  readonly encoder: Encoder;
  /** There only when no JWKS file is configured. */
  readonly issuer: DevelopmentIssuer | undefined;
}

export interface OpenOptions extends OpenServiceOptions, GivenBackings {
  /** The one that the configuration names when left out. */
  readonly encoder?: Encoder;
  /** What an index is rebuilt from that had to begin empty. */
  readonly source?: SegmentSource;
  /** Orders the best hits again when a request asks for it; there is none unless it is given. */
  readonly reranker?: Reranker;
}

/** The whole service but its socket: opens what it needs, brings the schema up to date and puts the parts together. */
export async function openSearch(config: SearchConfig, options: OpenOptions = {}): Promise<OpenSearch> {
  const { clock = systemClock, source, reranker } = options;
  const encoder = options.encoder ?? (await openEncoder(config.encoder));
  const logger = options.logger ?? createLogger({ service: 'search', level: config.logLevel });
  const backings = await openBackings(config, options, { encoder, logger, ...(source && { source }) });
  const { database, index, rebuild, bus } = backings;
  const checks = [
    { name: 'database', probe: () => database.query('SELECT 1') },
    encoderCheck(encoder),
    { name: 'index', probe: () => index.probe() },
    // Searches find what is there already, so the service goes on meanwhile.
    { name: 'index-contents', probe: rebuild.probe, optional: true },
    { name: 'bus', probe: () => bus.probe() },
  ];
  const named = { name: 'search', checks, pool: database.pool };
  const { issuer, ...service } = await openService(config, named, { ...options, logger });
  const needed = { index, encoder, reranker, clock, logger, metrics: service.metrics };
  const { forget, ...parts } = createParts(config, needed);
  await forgetOnNewVectors(bus, forget);
  const deps: SearchDeps = {
    ...service,
    ...parts,
    index,
    feedback: createFeedbackStore(clock),
    idempotency: createIdempotencyKeys(database, clock, 'search_idempotency_keys'),
    maxBodyBytes: config.maxBodyBytes,
  };
  return { ...backings, app: createApp(deps), deps, encoder, issuer };
}
