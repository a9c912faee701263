import { main } from '../../common/service/main.ts';
import { type IngestionConfig, readIngestionConfig } from './config.ts';
import { startIngestion } from './start.ts';

await main('ingestion', async () => {
  const config = readIngestionConfig(process.env);
  const { url, deps, stop } = await startIngestion(config, { processMetrics: true });
  return { url, logger: deps.logger, about: describe(config), drainTimeoutMs: config.drainTimeoutMs, stop };
});

function describe({ database, objects, bus, tokens }: IngestionConfig) {
  const place = database.kind === 'embedded' ? (database.folder ?? 'memory') : 'DATABASE_URL';
  return {
    database: `${database.kind}, ${place}`,
    objects: objects.kind === 's3' ? `s3, ${objects.bucket}` : `files, ${objects.folder ?? 'temporary'}`,
    bus: bus.natsUrl === undefined ? 'database' : 'nats',
    tokens: tokens.kind,
  };
}
