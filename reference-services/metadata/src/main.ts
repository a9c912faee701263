import { ConfigurationError } from '../../common/config.ts';
import { MigrationError } from '../../common/database/migration-error.ts';
import { stopOnSignal } from '../../common/shutdown.ts';
import { type MetadataConfig, readMetadataConfig } from './config.ts';
import { startMetadata } from './start.ts';

/** Starts the service as the environment says. Wrong configuration ends with code 2, a failed start with 1. */
try {
  const config = readMetadataConfig(process.env);
  const service = await startMetadata(config, { processMetrics: true });
  stopOnSignal(service, { logger: service.deps.logger, timeoutMs: config.drainTimeoutMs });
  service.deps.logger.info({ address: service.url, ...describe(config) }, `metadata is ready at ${service.url}`);
} catch (error) {
  process.stderr.write(`metadata did not start: ${sentenceOf(error)}\n`);
  process.exit(error instanceof ConfigurationError ? 2 : 1);
}

function describe({ database, tokens }: MetadataConfig) {
  const place = database.kind === 'embedded' ? (database.folder ?? 'memory') : 'DATABASE_URL';
  return { database: `${database.kind}, ${place}`, tokens: tokens.kind };
}

function sentenceOf(error: unknown): string {
  if (error instanceof ConfigurationError || error instanceof MigrationError) return error.message;
  if (error instanceof AggregateError) return error.errors.map(sentenceOf).join(' ');
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
