import { main } from '../../common/service/main.ts';
import { readSearchConfig, type SearchConfig } from './config.ts';
import { startSearch } from './start.ts';

await main('search', async () => {
  const config = readSearchConfig(process.env);
  const { url, deps, encoder, stop } = await startSearch(config, { processMetrics: true });
  return {
    url,
    logger: deps.logger,
    about: { ...describe(config), encoder: encoder.name },
    drainTimeoutMs: config.drainTimeoutMs,
    stop,
  };
});

function describe({ database, vectors, bus, tokens }: SearchConfig) {
  const place = database.kind === 'embedded' ? (database.folder ?? 'memory') : 'DATABASE_URL';
  const index = vectors.kind === 'lancedb' ? `lancedb, ${vectors.folder}` : vectors.kind;
  const events = bus.natsUrl === undefined ? 'database' : 'NATS_URL';
  return { database: `${database.kind}, ${place}`, index, bus: events, tokens: tokens.kind };
}
