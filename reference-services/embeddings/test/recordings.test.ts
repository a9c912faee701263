import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openDevelopmentIssuer } from '../../common/auth/development-issuer.ts';
import { createServiceTokens } from '../../common/auth/service-tokens.ts';
import type { Database } from '../../common/database/database.ts';
import { listen } from '../../common/listen.ts';
import { until } from '../../common/test/bus/until.ts';
import { openTestDatabase } from '../../metadata/test/support/embedded.ts';
import { createTranscript, segmentBody } from '../../metadata/test/support/records.ts';
import { newTenant, openTestService as openMetadata } from '../../metadata/test/support/service.ts';
import type { RecordingRef } from '../src/recordings.ts';
import { MetadataAwayError, metadataScopes, recordingsOfMetadata } from '../src/recordings-of-metadata.ts';
import { publish, transcript } from './support/events.ts';
import { openTestService } from './support/service.ts';

// A database in the process takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const issuing = openDevelopmentIssuer();
let database: Database;
let metadata: Awaited<ReturnType<typeof openMetadata>>;
beforeAll(async () => {
  database = await openTestDatabase();
  metadata = await openMetadata(database, { issuer: await issuing });
});
afterAll(() => database.close());

/** A recording with a title and a transcript of two segments, as the metadata service has it. */
async function stored() {
  const tenantId = newTenant();
  const caller = await metadata.caller({ tenant: tenantId });
  const segments = [segmentBody({ confidence: 0.5 }), segmentBody({ startSeconds: 3, endSeconds: 4, confidence: 0.9 })];
  const { body } = await createTranscript(caller, segments);
  const listed = await caller.get(`/v1/transcripts/${body.id}/segments`);
  const segmentIds: string[] = listed.body.items.map(({ id }: { id: string }) => id);
  return { tenantId, recordingId: body.recordingId as string, transcriptId: body.id as string, segmentIds };
}

async function asking(baseUrl: string, fetch?: (request: Request) => Promise<Response>) {
  const asked = { service: 'embeddings', scopes: metadataScopes };
  const tokens = createServiceTokens({ kind: 'development' }, asked, { development: await issuing });
  return recordingsOfMetadata({ baseUrl, tokens, timeoutMs: 10_000, ...(fetch && { fetch }) });
}

const sentence = { segmentId: 'seg_A', text: 'A.', startOffset: 0, endOffset: 2, startSeconds: 0, endSeconds: 1 };

async function described(
  recordings: Awaited<ReturnType<typeof asking>>,
  ref: RecordingRef,
  sourceSegmentIds: string[],
) {
  const { confidenceOf, ...facts } = await recordings.describe(ref);
  return { ...facts, confidence: confidenceOf({ ...sentence, contentSha256: '', sourceSegmentIds }) };
}

const facts = {
  title: 'Họp kế hoạch quý ba',
  labels: ['họp', 'quý-ba'],
  recordedAt: '2026-11-20T01:30:00.000Z',
  confidence: 0.7,
};

test('title, labels, time and confidence come from the metadata service, in this process or over a socket', async () => {
  const { segmentIds, ...ref } = await stored();
  const inProcess = await asking('http://metadata', async (request) => metadata.app.fetch(request));
  const server = await listen(metadata.app, { host: '127.0.0.1', port: 0 });
  const overSocket = await asking(server.url);
  expect([await described(inProcess, ref, segmentIds), await described(overSocket, ref, segmentIds)]).toEqual([
    facts,
    facts,
  ]);
  overSocket.stop();
  inProcess.stop();
  await server.close();
});

test('of a recording that the tenant does not have, the id tells when it was created', async () => {
  const { recordingId, transcriptId, segmentIds } = await stored();
  const recordings = await asking('http://metadata', async (request) => metadata.app.fetch(request));
  const unknown = { tenantId: newTenant(), recordingId, transcriptId };
  const found = await described(recordings, unknown, segmentIds);
  expect(found).toEqual({ labels: [], recordedAt: expect.stringMatching(/^20\d\d-.*Z$/), confidence: undefined });
  recordings.stop();
});

test('a metadata service that is away is told as such, after it was asked again', async () => {
  let times = 0;
  const recordings = await asking('http://metadata', async () => {
    times += 1;
    return Response.json({}, { status: 503 });
  });
  const ref = { tenantId: newTenant(), recordingId: `rec_${ulid()}`, transcriptId: `trn_${ulid()}` };
  await expect(recordings.describe(ref)).rejects.toThrow(MetadataAwayError);
  expect(times).toBe(3);
  recordings.stop();
});

test('what is embedded carries the title and the labels, and waits while the metadata service is away', async () => {
  const { tenantId, recordingId, transcriptId } = await stored();
  let away = 2;
  const service = await openTestService(database, {
    issuer: await issuing,
    askMetadata: async (request) => {
      if (request.url.endsWith('/ready') || away-- <= 0) return metadata.app.fetch(request);
      throw new TypeError('fetch failed');
    },
  });
  await publish(service.bus, transcript(['Xin cảm ơn.'], { tenant: tenantId, recordingId, transcriptId }));
  await until(async () => (await service.index.count({ tenantId })) === 1);
  const [point] = await service.index.scroll({ filter: { tenantId }, limit: 1 });
  const ready = await (await service.app.request('/ready')).json();
  expect([
    point?.payload.recordingTitle,
    point?.payload.labels,
    (ready.checks ?? ready.readiness.checks).at(-1).name,
  ]).toEqual([facts.title, facts.labels, 'metadata']);
  await service.close();
});
