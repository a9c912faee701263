import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createIds } from '../../common/ids.ts';
import { createPublisher } from '../../events/nlp-postprocessed/generated/index.ts';
import { openTestDatabase } from '../../metadata/test/support/embedded.ts';
import { type Platform, startPlatform } from '../src/start-platform.ts';

const tenant = 'ten_01KE61HRW0SBPJSA9J9W613CTT';
const newId = createIds();
let folder: string;
let platform: Platform;
let token: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ai2text-platform-'));
  const database = await openTestDatabase();
  platform = await startPlatform({ folder, ports: 'free', logLevel: 'silent', database });
  token = await platform.issuer.issue({ tenant, scopes: ['uploads:write', 'uploads:read', 'search:read'] });
}, 60_000);
afterAll(async () => {
  await platform?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A second of silence. */
function wave(): Buffer {
  const data = Buffer.alloc(32_000);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + data.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(16_000, 24);
  header.writeUInt32LE(32_000, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}

function ask(path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('Authorization', `Bearer ${token}`);
  return fetch(`${platform.urls.gateway}${path}`, { ...init, headers });
}

it('what is uploaded through the gateway is found by what was said in it', { timeout: 60_000 }, async () => {
  const form = new FormData();
  form.set('metadata', new Blob([JSON.stringify({ language: 'vi-VN', title: 'Họp' })], { type: 'application/json' }));
  form.set('file', new Blob([new Uint8Array(wave())], { type: 'audio/wav' }), 'hop.wav');
  const uploaded = await ask('/v1/uploads', {
    method: 'POST',
    body: form,
    headers: { 'Idempotency-Key': newId('evt') },
  });
  expect([uploaded.status, uploaded.headers.get('content-type')]).toEqual([201, 'application/json']);
  const { recordingId } = (await uploaded.json()) as { recordingId: string };

  // Until speech and text services are there, a transcript is put in as nlp-post would.
  const text = 'Doanh thu tháng chín tăng mười hai phần trăm.';
  const segmentId = newId('seg');
  const sentence = {
    ...{ segmentId, sourceSegmentIds: [segmentId], text, startOffset: 0, endOffset: text.length },
    ...{ startSeconds: 0, endSeconds: 1, contentSha256: createHash('sha256').update(text).digest('hex') },
  };
  await createPublisher(platform.bus).publishNlpPostprocessed({
    key: recordingId,
    payload: {
      ...{ id: newId('evt'), source: '/services/nlp-post', subject: recordingId, tenantid: tenant },
      data: {
        ...{ recordingId, transcriptId: newId('trn'), language: 'vi-VN', rulesVersion: '1.1.0', redactions: [] },
        ...{ sentences: [sentence], processedAt: '2026-11-20T02:16:16Z' },
      },
    },
  });

  const search = async () => {
    const body = JSON.stringify({ query: 'doanh thu thang chin' });
    const response = await ask('/v1/search', { method: 'POST', body, headers: { 'Content-Type': 'application/json' } });
    const answer = (await response.json()) as { items?: { segment?: { id: string; text: string } }[] };
    return { status: response.status, answer };
  };
  await expect
    .poll(async () => JSON.stringify(await search()), { timeout: 30_000, interval: 200 })
    .toContain(segmentId);
  const { status, answer } = await search();
  expect([status, JSON.stringify(answer).includes(text), JSON.stringify(answer).includes(recordingId)]).toEqual([
    200,
    true,
    true,
  ]);
});

it('tells that everything behind the gateway is ready', async () => {
  const response = await fetch(`${platform.urls.gateway}/ready`);
  expect(response.status).toBe(200);
});
