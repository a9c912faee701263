import { describe, expect, it } from 'vitest';
import { createRecording, createTranscript, recordingBody, segmentBody } from '../support/records.ts';
import { newKey, newTenant, openTestService } from '../support/service.ts';
import type { OpenDatabase } from './index.ts';

const day = 24 * 60 * 60 * 1000;

export function idempotency(database: OpenDatabase): void {
  describe('Idempotency-Key', () => {
    it('gives the first answer again to the same request', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const [key, body] = [newKey(), recordingBody()];
      const first = await caller.post('/v1/recordings', body, key);
      const again = await caller.post('/v1/recordings', body, key);
      expect([first.status, first.headers.get('Idempotency-Replayed')]).toEqual([201, 'false']);
      expect([again.status, again.headers.get('Idempotency-Replayed')]).toEqual([201, 'true']);
      expect(again.body).toEqual(first.body);
      for (const header of ['ETag', 'Location']) expect(again.headers.get(header)).toBe(first.headers.get(header));
    });

    it('does not mind the order of members, which JSON does not define', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const [key, body] = [newKey(), recordingBody()];
      await caller.post('/v1/recordings', body, key);
      const reversed = Object.fromEntries(Object.entries(body).reverse());
      expect((await caller.post('/v1/recordings', reversed, key)).headers.get('Idempotency-Replayed')).toBe('true');
    });

    it('answers 422 when the key comes with another payload, another path or another operation', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const key = newKey();
      const [first, second] = [await createTranscript(caller), await createTranscript(caller)];
      const append = (id: string, text: string) =>
        caller.post(`/v1/transcripts/${id}/segments`, { segments: [segmentBody({ text })] }, key);
      expect((await append(first.body.id, 'một')).status).toBe(201);
      for (const other of [
        await append(first.body.id, 'hai'),
        await append(second.body.id, 'một'),
        await caller.post('/v1/speakers', { displayName: 'Lan' }, key),
      ]) {
        expect(other.status).toBe(422);
        expect(other.body).toMatchObject({
          type: 'https://ai2text.example/problems/idempotency-key-reused',
          errors: [{ parameter: 'Idempotency-Key', detail: 'was first used with another payload' }],
        });
      }
    });

    it('answers 400 when the key is missing', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const answer = await caller.send('POST', '/v1/recordings', { body: recordingBody() });
      expect(answer.status).toBe(400);
      expect(answer.body.errors).toEqual([{ parameter: 'Idempotency-Key', in: 'header', detail: 'is required' }]);
    });

    it('belongs to its tenant: another one may use the same key', async () => {
      const service = await openTestService(database());
      const [key, body] = [newKey(), recordingBody()];
      const [mine, theirs] = [await service.newCaller(), await service.newCaller()];
      const answers = [await mine.post('/v1/recordings', body, key), await theirs.post('/v1/recordings', body, key)];
      expect(answers.map(({ headers }) => headers.get('Idempotency-Replayed'))).toEqual(['false', 'false']);
      expect(answers[0]?.body.id).not.toBe(answers[1]?.body.id);
    });

    it('creates one recording from 20 requests with one key at the same time', async () => {
      const service = await openTestService(database());
      const tenant = newTenant();
      const caller = await service.caller({ tenant });
      const [key, body] = [newKey(), recordingBody()];
      const answers = await Promise.all(Array.from({ length: 20 }, () => caller.post('/v1/recordings', body, key)));
      const rows = await database().query('SELECT id FROM recordings WHERE tenant_id = $1', [tenant]);
      expect(rows).toHaveLength(1);
      const created = answers.filter(({ status }) => status === 201);
      expect(created.filter(({ headers }) => headers.get('Idempotency-Replayed') === 'false')).toHaveLength(1);
      expect(new Set(created.map((answer) => answer.body.id)).size).toBe(1);
      for (const other of answers.filter(({ status }) => status !== 201)) {
        expect([other.status, other.body.title]).toEqual([409, 'Request in progress']);
      }
    });

    it('answers 409 while the first request is in progress, instead of waiting for it', async (context) => {
      // The embedded database has one connection: a second request cannot even begin before the first has ended.
      if (database().kind === 'embedded') context.skip('needs two connections');
      const { deps } = await openTestService(database());
      const request = { tenant: newTenant(), key: newKey(), payload: {} };
      const done = { kind: 'done', response: 1 } as const;
      const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
      const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
      const first = deps.idempotency.run(request, async () => {
        begin();
        await finished;
        return done;
      });
      await begun;
      expect(await deps.idempotency.run(request, async () => done)).toEqual({ kind: 'in-progress' });
      finish();
      expect(await first).toEqual({ ...done, replayed: false });
      expect(await deps.idempotency.run(request, async () => done)).toEqual({ ...done, replayed: true });
    });

    it('stays free after a refusal, which has changed nothing', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const key = newKey();
      const transcript = await createTranscript(caller);
      const path = `/v1/transcripts/${transcript.body.id}/segments`;
      const refused = await caller.post(path, { segments: [segmentBody(), segmentBody({ endSeconds: 0 })] }, key);
      expect(refused.status).toBe(422);
      expect((await caller.get(path)).body.items).toEqual([]);
      expect((await caller.get(`/v1/transcripts/${transcript.body.id}`)).body).toEqual(transcript.body);
      expect((await caller.post(path, { segments: [segmentBody()] }, key)).status).toBe(201);
    });

    it('is forgotten after 24 hours', async () => {
      let now = Date.now();
      const service = await openTestService(database(), { clock: () => new Date(now) });
      const caller = await service.caller({ lifetimeSeconds: 3 * 86_400 });
      const key = newKey();
      const replayed = async () => {
        const answer = await caller.post('/v1/speakers', { displayName: 'Lan' }, key);
        return answer.headers.get('Idempotency-Replayed');
      };
      expect(await replayed()).toBe('false');
      now += day - 1000;
      expect(await replayed()).toBe('true');
      now += 2000;
      expect(await replayed()).toBe('false');
      now += day + 1000;
      expect(await service.deps.idempotency.sweep()).toBeGreaterThanOrEqual(1);
      expect(await database().query('SELECT key FROM idempotency_keys WHERE key = $1', [key])).toEqual([]);
    });

    it('answers 409 for the same content under another key', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const first = await createRecording(caller);
      const again = await caller.post('/v1/recordings', recordingBody({ sha256: first.body.sha256 }));
      expect([again.status, again.body.type]).toEqual([409, 'https://ai2text.example/problems/duplicate-recording']);
    });
  });
}
