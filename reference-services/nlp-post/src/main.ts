import { main } from '../../common/service/main.ts';
import { type NlpPostConfig, readNlpPostConfig } from './config.ts';
import { startNlpPost } from './start.ts';
import { rulesVersion } from './text/process-text.ts';

await main('nlp-post', async () => {
  const config = readNlpPostConfig(process.env);
  const { url, deps, stop } = await startNlpPost(config, { processMetrics: true });
  const about = { ...describe(config), rules: rulesVersion };
  return { url, logger: deps.logger, about, drainTimeoutMs: config.drainTimeoutMs, stop };
});

function describe({ database, bus, tokens }: NlpPostConfig) {
  const place = database.kind === 'embedded' ? (database.folder ?? 'memory') : 'DATABASE_URL';
  return {
    database: `${database.kind}, ${place}`,
    bus: bus.natsUrl === undefined ? 'database' : 'NATS_URL',
    tokens: tokens.kind,
  };
}
