import { type Environment, readConfig } from '../../common/config.ts';
import { type DatabaseConfig, readDatabaseConfig } from '../../common/database/config.ts';
import { type BusConfig, readBusConfig } from '../../common/events/open-bus.ts';
import { readServiceConfig, type ServiceConfig } from '../../common/service/config.ts';

export interface NlpPostConfig extends ServiceConfig {
  readonly database: DatabaseConfig;
  readonly bus: BusConfig;
  /** How many events are worked on at once. */
  readonly concurrency: number;
}

const mebibyte = 1024 * 1024;

export function readNlpPostConfig(environment: Environment): NlpPostConfig {
  return readConfig(environment, (settings) => ({
    ...readServiceConfig(settings, { prefix: 'NLP_POST', port: 8085, maxBodyBytes: mebibyte }),
    database: readDatabaseConfig(settings, 'NLP_POST'),
    bus: readBusConfig(settings),
    concurrency: settings.integer('NLP_POST_CONCURRENCY', { fallback: 4, minimum: 1, maximum: 64 }),
  }));
}
