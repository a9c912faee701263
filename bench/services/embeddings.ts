import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Request } from 'autocannon';
import { openPostgres } from '../../reference-services/common/database/postgres.ts';
import type { Bus } from '../../reference-services/common/events/bus.ts';
import { openBus } from '../../reference-services/common/events/open-bus.ts';
import { workerOptions } from '../../reference-services/common/events/worker-options.ts';
import { createIds } from '../../reference-services/common/ids.ts';
import { createConsumer } from '../../reference-services/events/embeddings-created/generated/index.ts';
import { createPublisher } from '../../reference-services/events/nlp-postprocessed/generated/index.ts';
import { Latencies } from './latencies.ts';
import { countOf, load } from './load.ts';
import { less, type Row } from './row.ts';
import type { Bench, RunningService } from './services.ts';
import { memoryOf, spending } from './usage.ts';

const newId = createIds();
const eventsPerSecond = 5;
const sentencesPerEvent = 5;
const jobsPerSecond = 5;
const patienceMs = 30_000;

/** A transcript's sentences come as an event, until search finds the last of them; and jobs are asked for by the API. */
export async function measureEmbeddings(bench: Bench): Promise<Row[]> {
  const { postgres, nats } = bench.backings;
  if (postgres === undefined && nats === undefined) {
    console.error('embeddings: skipped, because events reach another process only by NATS or PostgreSQL.');
    return [];
  }
  const { seconds } = bench.options;
  const database = postgres && { DATABASE_URL: await bench.database('pipeline') };
  const shared = { VECTOR_INDEX_DIR: join(bench.folder, 'vectors'), ...database };
  const embeddings = await bench.start('embeddings', shared);
  const search = await bench.start('search', shared);
  const bus = await openBusOf(bench, database?.DATABASE_URL);
  const token = await bench.token();
  const events = { bus, search, token, tenant: bench.tenant, announced: await listen(bus) };

  await sendEvents(events, Math.min(5, seconds));
  const { result: sent, cpu } = await spending([embeddings, search], () => sendEvents(events, seconds));
  const jobs = await askForJobs(embeddings, token, sent.transcriptIds, seconds);

  const transcripts = `${eventsPerSecond} transcripts/s of ${sentencesPerEvent} sentences for ${seconds} s`;
  const from = `${transcripts}, ${bus.kind === 'nats' ? 'NATS' : 'the bus in PostgreSQL'}`;
  const row = (measure: string, reached: number, unit: string, load = from): Row => ({
    ...{ service: 'embeddings', measure, reached, unit, load },
  });
  const asked = `${jobsPerSecond} POST /v1/jobs a second for ${seconds} s`;
  return [
    row('event to searchable, p50', sent.latencies.percentile(50), 'ms'),
    { ...row('event to searchable, p95', sent.latencies.percentile(95), 'ms'), target: less(1_000) },
    row('event to searchable, p99', sent.latencies.percentile(99), 'ms'),
    { ...row('transcripts not found within 30 s', sent.lost, ''), target: less(1) },
    { ...row('job asked for by the API, p95', jobs.latencies.percentile(95), 'ms', asked), target: less(1_000) },
    row('jobs refused', countOf(jobs, (status) => status >= 300) + jobs.errors, '', asked),
    row('CPU of embeddings', (cpu[0] ?? Number.NaN) / sent.latencies.count, 'ms a transcript'),
    row('memory of embeddings', memoryOf(embeddings.pid).most, 'MiB'),
    row('memory of search', memoryOf(search.pid).most, 'MiB'),
  ];
}

async function openBusOf({ backings, life }: Bench, databaseUrl: string | undefined): Promise<Bus> {
  const onIdleError = (error: Error) => console.error(error.message);
  const url = databaseUrl ?? 'postgresql://127.0.0.1:1/none'; // with NATS it is never connected to
  const database = openPostgres({ url, poolSize: 2, statementTimeoutMs: 5_000, onIdleError });
  life.atEnd(() => database.close());
  const bus = await openBus({ database, natsUrl: backings.nats?.url });
  life.atEnd(() => bus.close());
  return bus;
}

/** What waits for the announcement of a transcript, by its id. */
type Announcements = Map<string, () => void>;

async function listen(bus: Bus): Promise<Announcements> {
  const waiting: Announcements = new Map();
  const options = { ...workerOptions(bus, 'search-invalidation'), durable: `bench-${randomUUID()}` };
  await createConsumer(bus, options).receiveEmbeddingsCreated(({ payload }) => {
    waiting.get(payload.data.transcriptId)?.();
  });
  return waiting;
}

interface Events {
  readonly bus: Bus;
  readonly announced: Announcements;
  readonly search: RunningService;
  readonly token: string;
  readonly tenant: string;
}

/** At a steady rate, however long the answers take. */
async function sendEvents(events: Events, seconds: number) {
  const latencies = new Latencies();
  const transcriptIds: string[] = [];
  let lost = 0;
  const pending: Promise<void>[] = [];
  const started = performance.now();
  for (let place = 0; place < seconds * eventsPerSecond; place += 1) {
    await pause(Math.max(0, started + (place * 1_000) / eventsPerSecond - performance.now()));
    const sendOne = async () => {
      const begun = performance.now();
      const transcriptId = newId('trn');
      transcriptIds.push(transcriptId);
      const { promise: announced, resolve } = Promise.withResolvers<void>();
      events.announced.set(transcriptId, resolve);
      const { segmentId, text } = await publish(events, transcriptId);
      await Promise.race([announced, pause(patienceMs)]);
      if (await isFound(events, segmentId, text)) latencies.add(performance.now() - begun);
      else lost += 1;
    };
    pending.push(sendOne());
  }
  await Promise.all(pending);
  return { latencies, transcriptIds, lost };
}

async function publish({ bus, tenant }: Events, transcriptId: string) {
  const recordingId = newId('rec');
  const sentences = Array.from({ length: sentencesPerEvent }, (_, place) => {
    const text = `Câu thứ ${place} của cuộc họp ${randomUUID().slice(0, 13)} về doanh thu và kế hoạch quý ba.`;
    const segmentId = newId('seg');
    return {
      ...{ segmentId, sourceSegmentIds: [segmentId], text, startOffset: place * 200 },
      ...{ endOffset: place * 200 + text.length, startSeconds: place, endSeconds: place + 0.9 },
      contentSha256: createHash('sha256').update(text).digest('hex'),
    };
  });
  await createPublisher(bus).publishNlpPostprocessed({
    key: recordingId,
    payload: {
      ...{ id: newId('evt'), source: '/services/nlp-post', subject: recordingId, tenantid: tenant },
      data: {
        ...{ recordingId, transcriptId, language: 'vi-VN', rulesVersion: '1.1.0', redactions: [] },
        ...{ sentences, processedAt: new Date().toISOString() },
      },
    },
  });
  const { segmentId = '', text = '' } = sentences.at(-1) ?? {};
  return { segmentId, text };
}

/** Searches for it once it was announced. Each look is a query of its own, so that no kept answer is given. */
async function isFound({ search, token }: Events, segmentId: string, text: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const deadline = performance.now() + patienceMs;
  for (let look = 0; performance.now() < deadline; look += 1) {
    const body = JSON.stringify({ query: `${text}${' '.repeat(look % 50)}${look}`, limit: 3 });
    const response = await fetch(`${search.url}/v1/search`, { method: 'POST', headers, body });
    if ((await response.text()).includes(segmentId)) return true;
    await pause(40);
  }
  return false;
}

function askForJobs(embeddings: RunningService, token: string, transcriptIds: readonly string[], seconds: number) {
  let next = 0;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const requestsOf = (): Request[] => [
    {
      ...{ method: 'POST', path: '/v1/jobs' },
      setupRequest: (request) => {
        const transcriptId = transcriptIds[next % transcriptIds.length];
        next += 1;
        const body = JSON.stringify({ transcriptId, reuse: true });
        return { ...request, headers: { ...headers, 'idempotency-key': randomUUID() }, body };
      },
    },
  ];
  return load({ url: embeddings.url, rate: jobsPerSecond, seconds, requestsOf });
}
