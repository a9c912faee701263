import { type Environment, readConfig } from '../../common/config.ts';
import { type DatabaseConfig, readDatabaseConfig } from '../../common/database/config.ts';
import { type EncoderConfig, readEncoderConfig } from '../../common/encoder/config.ts';
import { type BusConfig, readBusConfig } from '../../common/events/open-bus.ts';
import { readServiceConfig, type ServiceConfig } from '../../common/service/config.ts';
import { readVectorConfig, type VectorConfig } from '../../common/vectors/config.ts';

export interface EmbeddingsConfig extends ServiceConfig {
  readonly database: DatabaseConfig;
  readonly bus: BusConfig;
  readonly vectors: VectorConfig;
  readonly encoder: EncoderConfig;
  /** How many events are worked on at once. */
  readonly concurrency: number;
}

const mebibyte = 1024 * 1024;

export function readEmbeddingsConfig(environment: Environment): EmbeddingsConfig {
  return readConfig(environment, (settings) => ({
    ...readServiceConfig(settings, { prefix: 'EMBEDDINGS', port: 8086, maxBodyBytes: 2 * mebibyte }),
    database: readDatabaseConfig(settings, 'EMBEDDINGS'),
    bus: readBusConfig(settings),
    vectors: readVectorConfig(settings),
    encoder: readEncoderConfig(settings),
    concurrency: settings.integer('EMBEDDINGS_CONCURRENCY', { fallback: 4, minimum: 1, maximum: 64 }),
  }));
}
