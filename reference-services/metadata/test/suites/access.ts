import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { Caller } from '../support/caller.ts';
import {
  createRecording,
  createSegment,
  createSpeaker,
  createTranscript,
  recordingBody,
  segmentBody,
} from '../support/records.ts';
import { newTenant, openTestService } from '../support/service.ts';
import type { OpenDatabase } from './index.ts';

export function access(database: OpenDatabase): void {
  describe('tenants', () => {
    it('do not see, change or delete what belongs to others', async () => {
      const service = await openTestService(database());
      const [owner, other] = [await service.newCaller(), await service.newCaller()];
      const segment = await createSegment(owner);
      const speaker = await createSpeaker(owner, 'Lan');
      const { recordingId, transcriptId, id } = segment.body;
      const recording = `/v1/recordings/${recordingId}`;
      const transcript = `/v1/transcripts/${transcriptId}`;
      const attempts = [
        other.get(recording),
        other.patch(recording, '"v1"', { title: 'x' }),
        other.put(recording, '"v1"', { language: 'vi', labels: [] }),
        other.delete(recording, '"v1"'),
        other.get(`${recording}/transcripts`),
        other.post(`${recording}/transcripts`, { language: 'vi' }),
        other.get(transcript),
        other.patch(transcript, '"v1"', { status: 'completed' }),
        other.delete(transcript, '"v1"'),
        other.get(`${transcript}/segments`),
        other.post(`${transcript}/segments`, { segments: [segmentBody()] }),
        other.get(`/v1/segments/${id}`),
        other.patch(`/v1/segments/${id}`, '"v1"', { text: 'x' }),
        other.get(`/v1/speakers/${speaker.body.id}`),
        other.patch(`/v1/speakers/${speaker.body.id}`, '"v1"', { displayName: 'x' }),
        other.delete(`/v1/speakers/${speaker.body.id}`, '"v1"'),
      ];
      expect((await Promise.all(attempts)).map(({ status }) => status)).toEqual(attempts.map(() => 404));
      expect((await other.get('/v1/recordings')).body.items).toEqual([]);
      expect((await other.get('/v1/speakers')).body.items).toEqual([]);
      expect((await owner.get(`/v1/segments/${id}`)).body).toEqual(segment.body);
    });

    it('may have the same content, and may not name the speakers of others', async () => {
      const service = await openTestService(database());
      const [owner, other] = [await service.newCaller(), await service.newCaller()];
      const recording = await createRecording(owner);
      expect((await other.post('/v1/recordings', recordingBody({ sha256: recording.body.sha256 }))).status).toBe(201);
      const speaker = await createSpeaker(owner, 'Lan');
      const transcript = await createTranscript(other);
      const path = `/v1/transcripts/${transcript.body.id}/segments`;
      const answer = await other.post(path, { segments: [segmentBody({ speakerId: speaker.body.id })] });
      expect(answer.status).toBe(422);
    });

    it('see only their own behind a cursor of others', async () => {
      const service = await openTestService(database());
      const [owner, other] = [await service.newCaller(), await service.newCaller()];
      const mine = await createRecording(other);
      for (let i = 0; i < 3; i += 1) await createRecording(owner);
      const { nextCursor } = (await owner.get('/v1/recordings?limit=1')).body.page;
      const { items } = (await other.get(`/v1/recordings?limit=1&cursor=${nextCursor}`)).body;
      expect(items.map(({ id }: { id: string }) => id)).toEqual([mine.body.id]);
    });
  });

  describe('access tokens', () => {
    it('without a token, and with one that is not good, the answer is 401 and says how to authenticate', async () => {
      const service = await openTestService(database());
      const good = await service.token();
      const payload = { tenant: newTenant(), scope: 'recordings:read' };
      const hs256 = new SignJWT(payload).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1h');
      const none = [{ alg: 'none' }, { ...payload, exp: 4_102_444_800 }].map((part) => {
        return Buffer.from(JSON.stringify(part)).toString('base64url');
      });
      const bad = {
        expired: await service.token({ lifetimeSeconds: -60 }),
        'of no tenant': await service.token({ tenant: 'nobody' }),
        'with a changed payload': good.replace(/\.(.)/, (_, first) => `.${first === 'e' ? 'f' : 'e'}`),
        'with another algorithm': await hs256.sign(new TextEncoder().encode('a secret that is long enough to be one')),
        'without a signature': `${none.join('.')}.`,
        'no JWT': 'secret',
      };
      for (const [kind, token] of Object.entries(bad)) {
        const answer = await new Caller(service.app, () => token).get('/v1/recordings');
        expect([kind, answer.status, answer.body.type]).toEqual([
          kind,
          401,
          'https://ai2text.example/problems/unauthenticated',
        ]);
        expect(answer.headers.get('WWW-Authenticate')).toMatch(/^Bearer .*error="invalid_token"/);
        expect(JSON.stringify(answer.body)).not.toContain(token);
      }
      const anonymous = await service.app.request('/v1/recordings');
      expect([anonymous.status, anonymous.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer realm="ai2text"']);
      expect((await new Caller(service.app, () => good).get('/v1/recordings')).status).toBe(200);
    });

    it('must carry the scope that the operation names', async () => {
      const service = await openTestService(database());
      const tenant = newTenant();
      const reader = await service.caller({ tenant, scopes: ['recordings:read'] });
      expect((await reader.get('/v1/recordings')).status).toBe(200);
      const answer = await reader.post('/v1/recordings', recordingBody());
      expect([answer.status, answer.body.type]).toEqual([403, 'https://ai2text.example/problems/insufficient-scope']);
      expect(answer.body.detail).toContain('recordings:write');
      for (const path of ['/v1/speakers', '/v1/segments/seg_01M7VBTVF04DWZV2JH8284RN1E']) {
        expect((await reader.get(path)).status).toBe(403);
      }
    });
  });
}
