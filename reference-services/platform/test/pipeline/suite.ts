import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DevelopmentIssuer } from '../../../common/auth/development-issuer.ts';
import type { Database } from '../../../common/database/database.ts';
import type { Bus } from '../../../common/events/bus.ts';
import { createIds } from '../../../common/ids.ts';
import { type Speech, startSpeech } from '../../harness/speech.ts';
import { wave } from '../../harness/wave.ts';
import { drawTree, type SeenSpan } from './span-tree.ts';

export interface Pipeline {
  readonly gateway: string;
  /** Where a client puts transcripts in. */
  readonly metadata: string;
  readonly issuer: DevelopmentIssuer;
  /** For the speech service, which the suite stands in for. */
  readonly bus: Bus;
  readonly database: Database;
  /** All that was recorded so far, whichever process it was in. */
  readonly spans: () => readonly SeenSpan[];
  /** The processes that take part. */
  readonly processes: readonly string[];
  readonly stop: () => Promise<void>;
}

const tenant = 'ten_01KE61HRW0SBPJSA9J9W613CTT';
const text = 'Doanh thu tháng chín tăng mười hai phần trăm.';
const corrected = 'Khách hàng hài lòng với dịch vụ mới.';
const scopes = ['uploads:write', 'recordings:read', 'transcripts:write', 'search:read'];
const newId = createIds();
/** Far above what a busy machine takes. */
const timeout = 180_000;
const patience = { timeout: 60_000, interval: 200 };

/** What must hold of all services together, wherever they run and whatever they keep their data in. */
export function pipelineSuite(start: () => Promise<Pipeline>): void {
  let pipeline: Pipeline;
  let speech: Speech;
  let token: string;
  let recordingId: string;
  const segmentId = newId('seg');
  /** The span of whoever uploads and searches: the parent of all that follows. */
  const trace = { id: randomBytes(16).toString('hex'), root: randomBytes(8).toString('hex') };
  const traceparent = `00-${trace.id}-${trace.root}-01`;

  beforeAll(async () => {
    pipeline = await start();
    token = await pipeline.issuer.issue({ tenant, scopes });
    speech = await startSpeech({ ...pipeline, hear: () => [{ segmentId, text }] });
  }, timeout);
  afterAll(async () => {
    await speech?.stop();
    await pipeline?.stop();
  });

  function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { Authorization: `Bearer ${token}`, traceparent, ...init.headers };
    return fetch(`${pipeline.gateway}${path}`, { ...init, headers });
  }

  async function upload(): Promise<string> {
    const form = new FormData();
    form.set('metadata', new Blob([JSON.stringify({ language: 'vi-VN', title: 'Họp' })], { type: 'application/json' }));
    form.set('file', new Blob([new Uint8Array(wave(1))], { type: 'audio/wav' }), 'hop.wav');
    const response = await ask('/v1/uploads', {
      method: 'POST',
      body: form,
      headers: { 'Idempotency-Key': newId('evt') },
    });
    // The gateway validates nothing of it here, so only what is used is looked at.
    const body = (await response.json()) as { recordingId: string };
    expect([response.status, body]).toEqual([201, expect.objectContaining({ recordingId: expect.any(String) })]);
    return body.recordingId;
  }

  /** Embeddings asks metadata about the recording where it is told to, and how often depends on which of them is the first. */
  function draw(): readonly string[] {
    const all = pipeline.spans();
    const workers = new Set(all.filter(({ worker }) => worker === 'embeddings').map(({ id }) => id));
    const isLeftOut = ({ kind, parentId = '' }: SeenSpan) => kind === 'CLIENT' && workers.has(parentId);
    return drawTree(all, { traceId: trace.id, rootId: trace.root, isLeftOut });
  }

  /** As metadata has it, who heard of it by the event. */
  async function titleOf(recordingId: string): Promise<readonly unknown[]> {
    const response = await ask(`/v1/recordings/${recordingId}`);
    const { title } = (await response.json()) as { title: unknown };
    return [response.status, title];
  }

  /** Where and what the hits are. */
  async function search(query: string): Promise<readonly (readonly unknown[])[]> {
    const body = JSON.stringify({ query });
    const response = await ask('/v1/search', { method: 'POST', body, headers: { 'Content-Type': 'application/json' } });
    const { items } = (await response.json()) as { items: readonly { readonly segment: Record<string, unknown> }[] };
    return items.map(({ segment }) => [segment.recordingId, segment.id, segment.text]);
  }

  it('tells that everything behind the gateway is ready', async () => {
    expect((await fetch(`${pipeline.gateway}/ready`)).status).toBe(200);
  });

  it('what is uploaded through the gateway is found by what was said in it, in one trace', { timeout }, async () => {
    recordingId = await upload();
    await expect.poll(() => titleOf(recordingId), patience).toEqual([200, 'Họp']);
    await expect.poll(() => search('doanh thu thang chin'), patience).toEqual([[recordingId, segmentId, text]]);

    await expect.poll(() => draw(), patience).toEqual(tree);
    const inTrace = pipeline.spans().filter(({ traceId }) => traceId === trace.id);
    expect([...new Set(inTrace.map((span) => span.process))].sort()).toEqual(pipeline.processes);
  });

  it('a transcript that a client puts in by metadata goes through nlp-post and takes the place of the one before', {
    timeout,
  }, async () => {
    const segments = [{ text: corrected, startSeconds: 0, endSeconds: 0.1, confidence: 1 }];
    const response = await fetch(`${pipeline.metadata}/v1/recordings/${recordingId}/transcripts`, {
      method: 'POST',
      body: JSON.stringify({ language: 'vi-VN', segments }),
      headers: {
        ...{ Authorization: `Bearer ${token}`, 'Idempotency-Key': newId('evt') },
        'Content-Type': 'application/json',
      },
    });
    expect(response.status).toBe(201);
    const found = async (query: string) => (await search(query)).map(([recording, , said]) => [recording, said]);
    await expect.poll(() => found('khach hang hai long'), patience).toEqual([[recordingId, corrected]]);
    expect(await found('doanh thu thang chin')).not.toContainEqual([recordingId, text]);
  });
}

/**
 * Everything that the upload set off and the search that found it, each span below its cause. The last line of the upload
 * makes the search see the new vector: search forgets what it had answered before.
 */
const tree = [
  'SERVER GET /v1/recordings/{recordingId}',
  '  CLIENT metadata getRecording',
  '    SERVER GET /v1/recordings/{recordingId}',
  'SERVER POST /v1/search',
  '  CLIENT search searchSegments',
  '    SERVER POST /v1/search',
  'SERVER POST /v1/uploads',
  '  CLIENT ingestion createUpload',
  '    SERVER POST /v1/uploads',
  '      PRODUCER create recording.ingested.v1',
  '        CLIENT send recording.ingested.v1',
  '        CONSUMER process recording.ingested.v1 by asr-batch',
  '          PRODUCER create nlp.postprocessed.v1',
  '            CLIENT send nlp.postprocessed.v1',
  '            CONSUMER process nlp.postprocessed.v1 by embeddings',
  '              PRODUCER create embeddings.created.v1',
  '                CLIENT send embeddings.created.v1',
  '                CONSUMER process embeddings.created.v1 by metadata-embeddings',
  '                CONSUMER process embeddings.created.v1 by search-invalidation',
  '                CONSUMER process embeddings.created.v1 by search-watch',
  '            CONSUMER process nlp.postprocessed.v1 by metadata-sentences',
  '        CONSUMER process recording.ingested.v1 by metadata-recordings',
];
