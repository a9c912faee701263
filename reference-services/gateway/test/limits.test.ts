import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newTenant, openTestGateway, token } from './support/gateway.ts';

async function limited(config: { tenant?: number; client?: number }) {
  const time = { now: Date.now() };
  const policy = (requests = 1_000) => ({ requests, windowSeconds: 60 });
  const gateway = await openTestGateway({
    clock: () => new Date(time.now),
    config: { rateLimit: policy(config.tenant), clientLimit: policy(config.client) },
  });
  const get = (path: string, bearer: string) =>
    gateway.app.request(path, { headers: { Authorization: `Bearer ${bearer}` } });
  return { gateway, time, get };
}

/** The gateway before an ingestion service that answers with what a test says of an upload. */
async function countingAudio() {
  let answer: Response = Response.json({});
  const gateway = await openTestGateway({
    upstreams: {
      ingestion: async (request) => {
        await request.arrayBuffer();
        return answer;
      },
    },
  });
  const headers = { Authorization: `Bearer ${await token()}` };
  return { gateway, send, quota };

  async function send(told: object, replayed = 'false') {
    const upload = {
      id: 'upl_01M7VBSGG028CP2WPC3XHXWCNG',
      tenantId: 'ten_01KE61HRW0SBPJSA9J9W613CTT',
      status: 'stored',
      receivedBytes: 1,
      metadata: { language: 'vi-VN' },
      createdAt: '2026-11-20T02:15:28Z',
      updatedAt: '2026-11-20T02:15:30Z',
      ...told,
    };
    const location = '/v1/uploads/upl_01M7VBSGG028CP2WPC3XHXWCNG';
    const given = { ETag: '"v1"', Location: location, 'Idempotency-Replayed': replayed, 'X-Request-Id': 'req-1' };
    answer = Response.json(upload, { status: 201, headers: given });
    const type = { 'Content-Type': 'multipart/form-data; boundary=xyz', 'Idempotency-Key': randomUUID() };
    const sent = { method: 'POST', headers: { ...headers, ...type }, body: 'x' };
    expect((await gateway.app.request('/v1/uploads', sent)).status).toBe(201);
  }

  async function quota(): Promise<number> {
    return (await (await gateway.app.request('/v1/quotas', { headers })).json()).quotas[2].remaining;
  }
}

describe('limits', () => {
  it('a client has a limit for each operation, and the answer says how long to wait', async () => {
    const { gateway, time, get } = await limited({ client: 2 });
    const tenant = newTenant();
    const [bearer, other] = [await token({ tenant, subject: 'a' }), await token({ tenant, subject: 'b' })];
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await get('/v1/jobs', bearer)).status);
    expect(statuses).toEqual([200, 200, 429]);
    const refused = await get('/v1/jobs', bearer);
    const wait = Number(refused.headers.get('Retry-After'));
    expect(wait).toBeGreaterThanOrEqual(1);
    expect(
      Object.fromEntries(['RateLimit', 'RateLimit-Policy'].map((name) => [name, refused.headers.get(name)])),
    ).toEqual({ RateLimit: `"client";r=0;t=${wait}`, 'RateLimit-Policy': '"client";q=2;w=60' });
    expect(await refused.json()).toMatchObject({ type: 'https://ai2text.example/problems/rate-limited', status: 429 });
    expect((await get('/v1/uploads', bearer)).status).toBe(200);
    expect((await get('/v1/jobs', other)).status).toBe(200);
    time.now += wait * 1000;
    expect((await get('/v1/jobs', bearer)).status).toBe(200);
    await gateway.close();
  });

  it('a tenant has a quota over all that its clients ask, which it can read', async () => {
    const { gateway, get } = await limited({ tenant: 4 });
    const bearer = await token();
    for (const path of ['/v1/jobs', '/v1/uploads']) expect((await get(path, bearer)).status).toBe(200);
    const quotas = await (await get('/v1/quotas', bearer)).json();
    expect(quotas.quotas.slice(0, 1)).toEqual([
      { name: 'tenant', unit: 'requests', limit: 4, remaining: 1, windowSeconds: 60, resetsAt: expect.any(String) },
    ]);
    expect((await get('/v1/me', bearer)).status).toBe(200);
    const refused = await get('/v1/me', bearer);
    expect([refused.status, refused.headers.get('RateLimit-Policy')]).toEqual([429, '"tenant";q=4;w=60']);
    expect((await get('/v1/me', await token())).status).toBe(200);
    await gateway.close();
  });

  it('a tenant has a quota of bytes over its uploads, by what was sent and not by what was said', async () => {
    const gateway = await openTestGateway({ config: { uploadBytes: { requests: 1_000, windowSeconds: 86_400 } } });
    const headers = { Authorization: `Bearer ${await token()}` };
    const upload = (bytes: number, more: Record<string, string> = {}) =>
      gateway.app.request('/v1/uploads', {
        method: 'POST',
        headers: {
          ...headers,
          ...more,
          'Idempotency-Key': randomUUID(),
          'Content-Type': 'multipart/form-data; boundary=xyz',
        },
        body: new Uint8Array(bytes),
      });
    await upload(400);
    const { quotas } = await (await gateway.app.request('/v1/quotas', { headers })).json();
    expect(quotas[1]).toEqual({
      ...{ name: 'upload-bytes', unit: 'bytes', limit: 1_000, remaining: 600 },
      ...{ windowSeconds: 86_400, resetsAt: expect.any(String) },
    });
    const declared = await upload(1, { 'Content-Length': '601' });
    expect([declared.status, declared.headers.get('RateLimit'), declared.headers.get('RateLimit-Policy')]).toEqual([
      429,
      expect.stringMatching(/^"upload-bytes";r=600;t=\d+$/),
      '"upload-bytes";q=1000;qu="content-bytes";w=86400',
    ]);
    await upload(600);
    expect((await upload(1)).status).toBe(429);
    await gateway.close();
  });

  it('audio counts once for each new recording', async () => {
    const { gateway, send, quota } = await countingAudio();
    await send({ durationSeconds: 60.5, duplicate: false });
    await send({ durationSeconds: 60.5, duplicate: true });
    await send({ durationSeconds: 60.5, duplicate: false }, 'true');
    expect(await quota()).toBe(3_600_000 - 61);
    await gateway.close();
  });

  it('a body that would be refused anyway counts, and is not read', async () => {
    const { gateway } = await limited({ client: 1 });
    const headers = { Authorization: `Bearer ${await token()}`, 'Content-Type': 'application/json' };
    const search = () => gateway.app.request('/v1/search', { method: 'POST', headers, body: '{' });
    expect([(await search()).status, (await search()).status]).toEqual([400, 429]);
    await gateway.close();
  });

  it('without Redis each process counts by itself, which /ready and a metric show', async () => {
    const gateway = await openTestGateway({
      config: { redisUrl: 'redis://127.0.0.1:1', clientLimit: { requests: 1, windowSeconds: 60 } },
    });
    const headers = { Authorization: `Bearer ${await token()}` };
    const statuses = [];
    for (let i = 0; i < 2; i++) statuses.push((await gateway.app.request('/v1/me', { headers })).status);
    expect(statuses).toEqual([200, 429]);
    const { status, checks } = await (await gateway.app.request('/ready')).json();
    expect([status, checks.at(-1)]).toEqual([
      'degraded',
      { name: 'redis', status: 'degraded', detail: 'It refused or did not answer. The log says why.' },
    ]);
    expect(await (await gateway.app.request('/metrics')).text()).toContain('\nrate_limits_shared 0\n');
    await gateway.close();
  });
});
