import { main } from '../../common/service/main.ts';
import { type EmbeddingsConfig, readEmbeddingsConfig } from './config.ts';
import { startEmbeddings } from './start.ts';

await main('embeddings', async () => {
  const config = readEmbeddingsConfig(process.env);
  const { url, deps, stop } = await startEmbeddings(config, { processMetrics: true });
  const about = { ...describe(config), encoder: deps.encoder.name };
  return { url, logger: deps.logger, about, drainTimeoutMs: config.drainTimeoutMs, stop };
});

function describe({ database, bus, vectors, tokens }: EmbeddingsConfig) {
  const place = database.kind === 'embedded' ? (database.folder ?? 'memory') : 'DATABASE_URL';
  return {
    database: `${database.kind}, ${place}`,
    bus: bus.natsUrl === undefined ? 'database' : 'NATS_URL',
    index: vectors.kind,
    tokens: tokens.kind,
  };
}
