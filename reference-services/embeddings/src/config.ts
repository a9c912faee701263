import { readServiceTokenConfig, type ServiceTokenConfig } from '../../common/auth/service-tokens.ts';
import { type Environment, readConfig, type Settings } from '../../common/config.ts';
import { type DatabaseConfig, readDatabaseConfig } from '../../common/database/config.ts';
import { type EncoderConfig, readEncoderConfig } from '../../common/encoder/config.ts';
import { type BusConfig, readBusConfig } from '../../common/events/open-bus.ts';
import { readServiceConfig, type ServiceConfig, type TokenConfig } from '../../common/service/config.ts';
import { readVectorConfig, type VectorConfig } from '../../common/vectors/config.ts';

export interface EmbeddingsConfig extends ServiceConfig {
  readonly database: DatabaseConfig;
  readonly bus: BusConfig;
  readonly vectors: VectorConfig;
  readonly encoder: EncoderConfig;
  /** The metadata service, and how it is asked. Without it the ids of recordings tell what can be told. */
  readonly metadata: { readonly url: string; readonly tokens: ServiceTokenConfig } | undefined;
  /** How many events are worked on at once. */
  readonly concurrency: number;
}

const mebibyte = 1024 * 1024;

export function readEmbeddingsConfig(environment: Environment): EmbeddingsConfig {
  return readConfig(environment, (settings) => {
    const service = readServiceConfig(settings, { prefix: 'EMBEDDINGS', port: 8086, maxBodyBytes: 2 * mebibyte });
    return {
      ...service,
      database: readDatabaseConfig(settings, 'EMBEDDINGS'),
      bus: readBusConfig(settings),
      vectors: readVectorConfig(settings),
      encoder: readEncoderConfig(settings),
      metadata: readMetadata(settings, service.tokens),
      concurrency: settings.integer('EMBEDDINGS_CONCURRENCY', { fallback: 8, minimum: 1, maximum: 64 }),
    };
  });
}

function readMetadata(settings: Settings, tokens: TokenConfig): EmbeddingsConfig['metadata'] {
  const url = settings.optional('METADATA_URL');
  if (url === undefined) return undefined;
  if (!(/^https?:\/\/[^/]/.test(url) && URL.canParse(url))) {
    settings.report('METADATA_URL is not the address of a metadata service. Set it like http://metadata:8080.');
  }
  return { url, tokens: readServiceTokenConfig(settings, 'EMBEDDINGS', tokens) };
}
