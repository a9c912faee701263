import { describe } from 'vitest';
import { openNatsBus } from '../../common/events/nats-bus/nats-bus.ts';
import { startTracing } from '../../common/tracing/start-tracing.ts';
import { makeKeys } from '../harness/keys.ts';
import { makeOwnSchema } from '../harness/own-schema.ts';
import { startProcesses } from '../harness/processes.ts';
import { Workspace } from '../harness/workspace.ts';
import { startCollector } from './pipeline/collector.ts';
import { keepSpans } from './pipeline/keep-spans.ts';
import { pipelineSuite } from './pipeline/suite.ts';

const { DATABASE_URL, NATS_URL, REDIS_URL } = process.env;
if (DATABASE_URL === undefined || NATS_URL === undefined || REDIS_URL === undefined) {
  console.log('skipped: services as processes. Run .ci/services, or set DATABASE_URL, NATS_URL and REDIS_URL.');
  describe.skip('services as processes', () => {});
} else {
  // Each service in a process of its own, on PostgreSQL, NATS and Redis; the streams of NATS must be nobody else's.
  pipelineSuite(async () => {
    const workspace = new Workspace();
    const collector = await startCollector();
    workspace.atEnd(() => collector.close());
    const schema = await makeOwnSchema(DATABASE_URL);
    workspace.atEnd(() => schema.drop());
    const keys = await makeKeys(workspace);
    const telemetry = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: '100' };
    const processes = await startProcesses(workspace, {
      ...{ names: ['gateway', 'ingestion', 'search', 'metadata', 'nlp-post', 'embeddings'], keys },
      shared: { DATABASE_URL: schema.url, NATS_URL, ...telemetry },
      own: { gateway: { REDIS_URL } },
    });
    const kept = keepSpans();
    const tracing = startTracing('test', { endpoint: undefined, ratio: 1 }, [kept.processor]);
    workspace.atEnd(() => tracing.stop());
    const bus = await openNatsBus({ url: NATS_URL });
    workspace.atEnd(() => bus.close());
    return {
      metadata: processes.get('metadata')?.url ?? '',
      ...{ gateway: processes.get('gateway')?.url ?? '', issuer: keys.issuer, bus, database: schema.database },
      spans: () => [...collector.spans, ...kept.spans()],
      processes: ['embeddings', 'gateway', 'ingestion', 'metadata', 'search', 'test'],
      stop: () => workspace.close(),
    };
  });
}
