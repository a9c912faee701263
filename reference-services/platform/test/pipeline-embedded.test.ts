import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTracing } from '../../common/tracing/start-tracing.ts';
import { openTestDatabase } from '../../metadata/test/support/embedded.ts';
import { startPlatform } from '../src/start-platform.ts';
import { keepSpans } from './pipeline/keep-spans.ts';
import { pipelineSuite } from './pipeline/suite.ts';

// All services in this process, on embedded defaults.
pipelineSuite(async () => {
  const kept = keepSpans();
  const tracing = startTracing('platform', { endpoint: undefined, ratio: 1 }, [kept.processor]);
  const folder = mkdtempSync(join(tmpdir(), 'ai2text-platform-'));
  const database = await openTestDatabase();
  const platform = await startPlatform({ folder, ports: 'free', logLevel: 'silent', database });
  const { urls, issuer, bus } = platform;
  const stop = async () => {
    await platform.stop();
    await database.close();
    await tracing.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    gateway: urls.gateway,
    metadata: urls.metadata,
    issuer,
    bus,
    database,
    spans: kept.spans,
    processes: ['platform'],
    stop,
  };
});
