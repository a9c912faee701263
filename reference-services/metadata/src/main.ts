import { main } from '../../common/service/main.ts';
import { type MetadataConfig, readMetadataConfig } from './config.ts';
import { startMetadata } from './start.ts';

await main('metadata', async () => {
  const config = readMetadataConfig(process.env);
  const { url, deps, stop } = await startMetadata(config, { processMetrics: true });
  return { url, logger: deps.logger, about: describe(config), drainTimeoutMs: config.drainTimeoutMs, stop };
});

function describe({ database, bus, tokens }: MetadataConfig) {
  const place = database.kind === 'embedded' ? (database.folder ?? 'memory') : 'DATABASE_URL';
  return {
    database: `${database.kind}, ${place}`,
    bus: bus.natsUrl === undefined ? 'database' : 'NATS_URL',
    tokens: tokens.kind,
  };
}
