import { type Environment, readConfig } from '../../common/config.ts';
import { type DatabaseConfig, readDatabaseConfig } from '../../common/database/config.ts';
import { type EncoderConfig, readEncoderConfig } from '../../common/encoder/config.ts';
import { type BusConfig, readBusConfig } from '../../common/events/open-bus.ts';
import { readServiceConfig, type ServiceConfig } from '../../common/service/config.ts';
import { readVectorConfig, type VectorConfig } from '../../common/vectors/config.ts';

export interface SearchConfig extends ServiceConfig {
  readonly database: DatabaseConfig;
  readonly bus: BusConfig;
  readonly vectors: VectorConfig;
  /** The same as the embeddings service has. */
  readonly encoder: EncoderConfig;
  readonly cache: { readonly entries: number; readonly lifetimeMs: number };
  /** The share of searches that are held against exact search, from 0 to 1. */
  readonly recallShare: number;
  /** How long a re-ranker may take before the hits stay as they are. */
  readonly rerankTimeoutMs: number;
}

export function readSearchConfig(environment: Environment): SearchConfig {
  return readConfig(environment, (settings) => ({
    ...readServiceConfig(settings, { prefix: 'SEARCH', port: 8083, maxBodyBytes: 64 * 1024 }),
    database: readDatabaseConfig(settings, 'SEARCH'),
    bus: readBusConfig(settings),
    vectors: readVectorConfig(settings),
    encoder: readEncoderConfig(settings),
    cache: {
      entries: settings.integer('SEARCH_CACHE_ENTRIES', { fallback: 1_000, minimum: 0, maximum: 1_000_000 }),
      lifetimeMs: 1_000 * settings.integer('SEARCH_CACHE_SECONDS', { fallback: 60, minimum: 1, maximum: 86_400 }),
    },
    recallShare: settings.integer('SEARCH_RECALL_PERCENT', { fallback: 1, minimum: 0, maximum: 100 }) / 100,
    rerankTimeoutMs: settings.integer('SEARCH_RERANK_TIMEOUT_MS', { fallback: 300, minimum: 1, maximum: 10_000 }),
  }));
}
