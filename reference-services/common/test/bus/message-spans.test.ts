import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createConsumer, createPublisher } from '../../../events/recording-ingested/generated/index.ts';
import { openTestDatabase } from '../../../metadata/test/support/embedded.ts';
import type { Database } from '../../database/database.ts';
import { openDatabaseBus } from '../../events/database-bus/database-bus.ts';
import { migrateOutbox } from '../../events/outbox/migrate-outbox.ts';
import { Outbox } from '../../events/outbox/outbox.ts';
import { Relay } from '../../events/outbox/relay.ts';
import { platform } from '../../events/streams/platform.ts';
import { workerOptions } from '../../events/worker-options.ts';
import { inSpan } from '../../tracing/spans.ts';
import { startTracing } from '../../tracing/start-tracing.ts';
import { ingested } from './events.ts';
import { until } from './until.ts';

const spans = new InMemorySpanExporter();
const tracing = startTracing('test', { endpoint: undefined, ratio: 1 }, [new SimpleSpanProcessor(spans)]);
let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await migrateOutbox(database);
});
afterAll(async () => {
  await tracing.stop();
  await database.close();
});

/** The platform's streams, whose workers try again at once. */
const impatient = {
  ...platform,
  streams: platform.streams.map((stream) => ({
    ...stream,
    workers: stream.workers.map((worker) => ({ ...worker, retryDelaySeconds: [0.001] })),
  })),
};

/** Each span below its parent, with what went wrong. */
function draw(parent: string | undefined, indent = ''): string[] {
  const below = spans.getFinishedSpans().filter((span) => span.parentSpanContext?.spanId === parent);
  return below.flatMap((span) => [
    `${indent}${SpanKind[span.kind]} ${span.name}${span.status.code === SpanStatusCode.ERROR ? ' failed' : ''}`,
    ...draw(span.spanContext().spanId, `${indent}  `),
  ]);
}

test('an event, its sending and each of its deliveries are spans of the trace in which it was made', async () => {
  const outbox = new Outbox(database);
  const bus = await openDatabaseBus(database, { definition: impatient });
  const relay = new Relay(outbox, database, bus);
  let deliveries = 0;
  await createConsumer(bus, workerOptions(bus, 'asr-batch')).receiveRecordingIngested(async () => {
    deliveries += 1;
    if (deliveries === 1) throw new Error('not yet');
    await inSpan({ name: 'work' }, async () => undefined);
  });
  await inSpan({ name: 'upload' }, () =>
    database.transaction(async (tx) => {
      await createPublisher(outbox.within(tx)).publishRecordingIngested(ingested());
    }),
  );
  await until(() => deliveries === 2);
  await relay.stop();
  await bus.close();
  expect(draw(undefined)).toEqual([
    'INTERNAL upload',
    '  PRODUCER create recording.ingested.v1',
    '    CLIENT send recording.ingested.v1',
    '    CONSUMER process recording.ingested.v1 failed',
    '    CONSUMER process recording.ingested.v1',
    '      INTERNAL work',
  ]);
});
