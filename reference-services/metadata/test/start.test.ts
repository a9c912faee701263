import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import type { Bus } from '../../common/events/bus.ts';
import { openDatabaseBus } from '../../common/events/database-bus/database-bus.ts';
import { workerOptions } from '../../common/events/worker-options.ts';
import { until } from '../../common/test/bus/until.ts';
import { createPublisher } from '../../events/recording-ingested/generated/index.ts';
import { createConsumer } from '../../events/transcription-completed/generated/index.ts';
import { type RunningMetadata, startMetadata } from '../src/start.ts';
import { Caller } from './support/caller.ts';
import { openTestDatabase } from './support/embedded.ts';
import { newStory } from './support/events.ts';
import { segmentBody } from './support/records.ts';
import { everyScope } from './support/service.ts';

// A database in the process takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let database: Database;
let bus: Bus;
let service: RunningMetadata;
beforeAll(async () => {
  database = await openTestDatabase();
  bus = await openDatabaseBus(database);
  const config = { port: 0, logLevel: 'silent', tokens: { kind: 'development', keyFile: undefined } } as const;
  service = await startMetadata({ ...config, host: '127.0.0.1' }, { database, bus });
});
afterAll(async () => {
  await service.stop();
  await bus.close();
  await database.close();
});

it('takes recordings from the bus, and publishes to it what is put in for them', async () => {
  const story = newStory();
  const heard: string[] = [];
  const listener = { ...workerOptions(bus, 'nlp-post'), durable: `test-${ulid()}` };
  await createConsumer(bus, listener).receiveTranscriptionCompleted(({ payload }) => {
    heard.push(...payload.data.segments.map(({ text }) => `${payload.subject}: ${text}`));
  });
  await createPublisher(bus).publishRecordingIngested({ key: story.recordingId, payload: story.ingested });
  const token = await service.issuer?.issue({ tenant: story.tenant, scopes: everyScope });
  const caller = new Caller({ request: (path, init) => fetch(`${service.url}${path}`, init) }, () => token ?? '');
  const path = `/v1/recordings/${story.recordingId}`;
  await until(async () => (await caller.get(path)).status === 200);
  const put = await caller.post(`${path}/transcripts`, { language: 'vi-VN', segments: [segmentBody()] });
  expect(put.status).toBe(201);
  await until(() => heard.length > 0);
  expect(heard).toEqual([`${story.recordingId}: Xin cảm ơn.`]);
  await until(async () => (await caller.get(path)).body.status === 'postprocessing');
});

it('is ready when database and bus answer, and tells of both in its metrics', async () => {
  expect(await (await fetch(`${service.url}/ready`)).json()).toEqual({
    status: 'ready',
    checks: [
      { name: 'database', status: 'ok' },
      { name: 'event bus', status: 'ok' },
    ],
  });
  const metrics = await (await fetch(`${service.url}/metrics`)).text();
  const names = [...metrics.matchAll(/^# TYPE ((?:outbox|metadata)_\w+)/gm)].map(([, name]) => name);
  expect(names.toSorted()).toEqual([
    ...['metadata_events_total', 'metadata_events_waiting'],
    ...['outbox_failures_total', 'outbox_oldest_seconds', 'outbox_pending', 'outbox_published_total'],
  ]);
});

it('goes on without the bus, and says so', async () => {
  const away = { ...bus, probe: () => Promise.reject(new Error('away')) };
  const config = { port: 0, logLevel: 'silent', host: '127.0.0.1' } as const;
  const other = await startMetadata(config, { database, bus: away, issuer: service.issuer ?? never() });
  const response = await fetch(`${other.url}/ready`);
  expect([response.status, (await response.json()).checks[1].status]).toEqual([200, 'degraded']);
  await other.stop();
});

function never(): never {
  throw new Error('A service without a key set has an issuer of its own.');
}
