import { main } from '../../common/service/main.ts';
import { type GatewayConfig, readGatewayConfig } from './config.ts';
import { startGateway } from './start.ts';

await main('gateway', async () => {
  const config = readGatewayConfig(process.env);
  const { url, deps, stop } = await startGateway(config, { processMetrics: true });
  return { url, logger: deps.logger, about: describe(config), drainTimeoutMs: config.drainTimeoutMs, stop };
});

function describe({ redisUrl, tokens, upstreams }: GatewayConfig) {
  const names = Object.entries(upstreams).flatMap(([name, url]) => (url === undefined ? [] : [name]));
  return {
    limits: redisUrl === undefined ? 'this process' : 'REDIS_URL',
    tokens: tokens.kind,
    upstreams: names.join(', '),
  };
}
