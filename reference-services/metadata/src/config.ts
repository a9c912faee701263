import { type Environment, readConfig } from '../../common/config.ts';
import { type DatabaseConfig, readDatabaseConfig } from '../../common/database/config.ts';
import { readServiceConfig, type ServiceConfig } from '../../common/service/config.ts';

export interface MetadataConfig extends ServiceConfig {
  readonly database: DatabaseConfig;
}

export function readMetadataConfig(environment: Environment): MetadataConfig {
  return readConfig(environment, (settings) => ({
    ...readServiceConfig(settings, { prefix: 'METADATA', port: 8084 }),
    database: readDatabaseConfig(settings, 'METADATA'),
  }));
}
