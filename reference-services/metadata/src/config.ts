import { type Environment, readConfig } from '../../common/config.ts';
import { type DatabaseConfig, readDatabaseConfig } from '../../common/database/config.ts';
import { type BusConfig, readBusConfig } from '../../common/events/open-bus.ts';
import { readServiceConfig, type ServiceConfig } from '../../common/service/config.ts';

export interface MetadataConfig extends ServiceConfig {
  readonly database: DatabaseConfig;
  readonly bus: BusConfig;
  /** How many events of each kind are worked on at once. */
  readonly concurrency: number;
}

export function readMetadataConfig(environment: Environment): MetadataConfig {
  return readConfig(environment, (settings) => ({
    ...readServiceConfig(settings, { prefix: 'METADATA', port: 8084 }),
    database: readDatabaseConfig(settings, 'METADATA'),
    bus: readBusConfig(settings),
    concurrency: settings.integer('METADATA_CONCURRENCY', { fallback: 2, minimum: 1, maximum: 64 }),
  }));
}
