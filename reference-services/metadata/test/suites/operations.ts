import { describe, expect, it } from 'vitest';
import { createLogger } from '../../../common/logging.ts';
import { createRecording, createSpeaker, recordingBody } from '../support/records.ts';
import { newKey, openTestService } from '../support/service.ts';
import type { OpenDatabase } from './index.ts';

export function operations(database: OpenDatabase): void {
  describe('limits', () => {
    it('a tenant over its quota gets 429 and learns when to come back; others go on', async () => {
      let now = Date.now();
      const rateLimit = { requests: 3, windowSeconds: 60 };
      const service = await openTestService(database(), { rateLimit, clock: () => new Date(now) });
      const [busy, calm] = [await service.newCaller(), await service.newCaller()];
      const statuses = [];
      for (let i = 0; i < 4; i += 1) statuses.push((await busy.get('/v1/recordings')).status);
      expect(statuses).toEqual([200, 200, 200, 429]);
      const refused = await busy.get('/v1/recordings');
      const wait = Number(refused.headers.get('Retry-After'));
      expect(wait).toBeGreaterThan(0);
      expect(refused.headers.get('RateLimit')).toBe(`"tenant";r=0;t=${wait}`);
      expect(refused.headers.get('RateLimit-Policy')).toBe('"tenant";q=3;w=60');
      expect(refused.body).toMatchObject({ type: 'https://ai2text.example/problems/rate-limited', status: 429 });
      expect((await calm.get('/v1/recordings')).status).toBe(200);
      now += wait * 1000;
      expect((await busy.get('/v1/recordings')).status).toBe(200);
      expect((await service.app.request('/health')).status).toBe(200);
    });

    it('a body that is too large answers 413', async () => {
      const caller = await (await openTestService(database(), { maxBodyBytes: 2048 })).newCaller();
      const answer = await caller.post('/v1/recordings', recordingBody({ title: 'x'.repeat(4000) }));
      expect([answer.status, answer.body.type]).toEqual([413, 'https://ai2text.example/problems/payload-too-large']);
    });
  });

  describe('X-Request-Id', () => {
    it('is echoed when the contract allows it, made when there is none, and stands in every problem', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const path = '/v1/recordings/rec_01M7VBSJEG08Y4YCWC4KHBX95N';
      const echoed = await caller.get(path, { 'X-Request-Id': 'req-7f3c9a52e1' });
      expect([echoed.headers.get('X-Request-Id'), echoed.body.requestId]).toEqual(['req-7f3c9a52e1', 'req-7f3c9a52e1']);
      const made = await caller.get(path);
      expect(made.headers.get('X-Request-Id')).toMatch(/^req_[0-9A-Z]{26}$/);
      const bad = await caller.get(path, { 'X-Request-Id': 'a b' });
      expect([bad.status, bad.headers.get('X-Request-Id')]).toEqual([400, bad.body.requestId]);
      expect(bad.body.requestId).toMatch(/^req_[0-9A-Z]{26}$/);
    });
  });

  describe('what operators see', () => {
    it('/health and /ready ask nobody for a token', async () => {
      const { app, deps } = await openTestService(database());
      expect(await (await app.request('/health')).json()).toEqual({ status: 'ok' });
      expect(await (await app.request('/ready')).json()).toEqual({
        status: 'ready',
        checks: [{ name: 'database', status: 'ok' }],
      });
      deps.health.drain();
      const draining = await app.request('/ready');
      expect([draining.status, draining.headers.get('Retry-After')]).toEqual([503, '5']);
      expect(await draining.json()).toMatchObject({ title: 'Not ready', readiness: { status: 'unavailable' } });
      expect((await app.request('/health')).status).toBe(200);
    });

    it('without a database /ready and every operation answer 503, and /health does not', async () => {
      const real = database();
      const lost = Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:5432'), { code: 'ECONNREFUSED' });
      const down = { ...real, query: () => Promise.reject(lost), transaction: () => Promise.reject(lost) };
      let isDown = false;
      const flaky: typeof real = {
        ...real,
        query: (sql, values) => (isDown ? down.query() : real.query(sql, values)),
        transaction: (work) => (isDown ? down.transaction() : real.transaction(work)),
      };
      const service = await openTestService(flaky);
      const caller = await service.newCaller();
      isDown = true;
      const answers = [await caller.get('/v1/recordings'), await caller.post('/v1/speakers', { displayName: 'Lan' })];
      for (const { status, headers, body } of answers) {
        expect([status, headers.get('Retry-After'), body.title]).toEqual([503, '5', 'Service unavailable']);
      }
      const ready = await service.app.request('/ready');
      expect([ready.status, ready.headers.get('Content-Type')]).toEqual([503, 'application/problem+json']);
      expect(await ready.json()).toEqual({
        type: 'https://ai2text.example/problems/not-ready',
        title: 'Not ready',
        status: 503,
        detail: 'The database does not answer.',
        requestId: ready.headers.get('X-Request-Id'),
        readiness: {
          status: 'unavailable',
          checks: [
            { name: 'database', status: 'unavailable', detail: 'It refused or did not answer. The log says why.' },
          ],
        },
      });
      expect((await service.app.request('/health')).status).toBe(200);
      isDown = false;
      expect((await service.app.request('/ready')).status).toBe(200);
    });

    it('/metrics counts by route template, and counts replays', async () => {
      const service = await openTestService(database());
      const caller = await service.newCaller();
      const created = await createRecording(caller);
      await caller.get(`/v1/recordings/${created.body.id}`);
      await caller.get('/v1/recordings/nonsense');
      await caller.get('/nowhere');
      const key = newKey();
      for (let i = 0; i < 3; i += 1) await caller.post('/v1/speakers', { displayName: 'Lan' }, key);
      const text = await (await service.app.request('/metrics')).text();
      const lines = text.split('\n').filter((line) => /_count|^idempotency|^database.*total/.test(line));
      expect(lines.toSorted()).toEqual([
        `database_pool_connections{state="total"} ${service.database.pool().total}`,
        'http_request_duration_seconds_count{method="GET",route="/v1/recordings/{recordingId}",status="200"} 1',
        'http_request_duration_seconds_count{method="GET",route="/v1/recordings/{recordingId}",status="400"} 1',
        'http_request_duration_seconds_count{method="GET",route="unmatched",status="404"} 1',
        'http_request_duration_seconds_count{method="POST",route="/v1/recordings",status="201"} 1',
        'http_request_duration_seconds_count{method="POST",route="/v1/speakers",status="201"} 3',
        'idempotency_replays_total{operation="createSpeaker"} 2',
      ]);
    });

    it('the log tells of every request, without tokens or personal data', async () => {
      const lines: string[] = [];
      const logger = createLogger({
        service: 'metadata',
        level: 'info',
        destination: { write: (line) => void lines.push(line) },
      });
      const service = await openTestService(database(), { logger });
      const token = await service.token();
      const caller = await service.caller({});
      await createSpeaker(caller, 'Nguyễn Thị Lan', 'Giọng Hà Nội.');
      await caller.get('/v1/speakers?name=Lan');
      await service.app.request('/v1/speakers', { headers: { Authorization: `Bearer ${token}x` } });
      await caller.post('/v1/speakers', { displayName: 'Lan', address: 'Giọng' });
      await caller.get('/v1/Lan');
      const log = lines.map((line) => JSON.parse(line));
      expect(log.map(({ method, route, status, msg }) => [method, route, status, msg])).toEqual([
        ['POST', '/v1/speakers', 201, 'request'],
        ['GET', '/v1/speakers', 200, 'request'],
        ['GET', '/v1/speakers', 401, 'request'],
        ['POST', '/v1/speakers', 400, 'request'],
        ['GET', 'unmatched', 404, 'request'],
      ]);
      expect(log.every(({ requestId, service: name }) => /^req_/.test(requestId) && name === 'metadata')).toBe(true);
      for (const secret of ['Lan', 'Giọng', token.slice(0, 20)]) expect(lines.join('')).not.toContain(secret);
    });
  });
}
