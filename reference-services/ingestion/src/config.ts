import { type Environment, readConfig, type Settings } from '../../common/config.ts';
import { type DatabaseConfig, readDatabaseConfig } from '../../common/database/config.ts';
import { type BusConfig, readBusConfig } from '../../common/events/open-bus.ts';
import { type ObjectsConfig, readObjectsConfig } from '../../common/objects/open-objects.ts';
import { readServiceConfig, type ServiceConfig } from '../../common/service/config.ts';

export interface IngestionConfig extends ServiceConfig {
  readonly database: DatabaseConfig;
  readonly bus: BusConfig;
  readonly objects: ObjectsConfig;
  readonly limits: Limits;
  /** Where bytes wait on this machine while they are checked; among its temporary files when undefined. */
  readonly spoolFolder: string | undefined;
}

/** Sizes in bytes. The contract's own numbers are the most that can be set. */
export interface Limits {
  readonly maxMultipartBytes: number;
  readonly maxResumableBytes: number;
  readonly maxAppendBytes: number;
  readonly maxDurationSeconds: number;
}

const mebibyte = 1024 * 1024;

export function readIngestionConfig(environment: Environment): IngestionConfig {
  return readConfig(environment, (settings) => ({
    ...readServiceConfig(settings, { prefix: 'INGESTION', port: 8081, maxBodyBytes: mebibyte }),
    database: readDatabaseConfig(settings, 'INGESTION'),
    bus: readBusConfig(settings),
    objects: readObjectsConfig(settings),
    limits: {
      maxMultipartBytes: upTo(settings, 'INGESTION_MAX_MULTIPART_BYTES', 512 * mebibyte),
      maxResumableBytes: upTo(settings, 'INGESTION_MAX_RESUMABLE_BYTES', 4096 * mebibyte),
      maxAppendBytes: upTo(settings, 'INGESTION_MAX_APPEND_BYTES', 64 * mebibyte),
      maxDurationSeconds: upTo(settings, 'INGESTION_MAX_DURATION_SECONDS', 86_400),
    },
    spoolFolder: settings.optional('INGESTION_SPOOL_DIR'),
  }));
}

function upTo(settings: Settings, name: string, maximum: number): number {
  return settings.integer(name, { fallback: maximum, minimum: 1, maximum });
}
