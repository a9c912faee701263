import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ConfigurationError, readConfig } from '../../common/config.ts';
import { developmentKeyFile } from '../../common/service/config.ts';
import { stopOnSignal } from '../../common/shutdown.ts';
import { readTracingConfig, startTracing } from '../../common/tracing/start-tracing.ts';
import { startPlatform } from './start-platform.ts';

/** `npm run services`: all services in one process on embedded defaults, and where they are. */
const { values } = parseArgs({
  options: {
    'data-dir': { type: 'string', default: fileURLToPath(new URL('../../.data/platform', import.meta.url)) },
    'free-ports': { type: 'boolean', default: false },
  },
});
try {
  const tracing = startTracing('platform', readConfig(process.env, readTracingConfig));
  const platform = await startPlatform({
    folder: values['data-dir'],
    ports: values['free-ports'] ? 'free' : 'own',
    keyFile: developmentKeyFile,
  });
  for (const [name, url] of Object.entries(platform.urls)) console.log(`${name.padEnd(10)}  ${url}`);
  console.log('\nToken: npm run -s dev:token    Stop: Ctrl-C');
  const stop = async () => {
    await platform.stop();
    await tracing.stop();
  };
  stopOnSignal({ stop }, { logger: platform.logger, timeoutMs: 20_000 });
} catch (error) {
  process.stderr.write(`The services did not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(error instanceof ConfigurationError ? 2 : 1);
}
