import { describe, expect, it } from 'vitest';
import {
  createRecording,
  createSegment,
  createSpeaker,
  createTranscript,
  etagOf,
  recordingBody,
  segmentBody,
  words,
} from '../support/records.ts';
import { openTestService } from '../support/service.ts';
import type { OpenDatabase } from './index.ts';

export function records(database: OpenDatabase): void {
  describe('recordings', () => {
    it('come back as they were sent, in UTC', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const body = recordingBody({ sizeBytes: 4_294_967_296 });
      const created = await caller.post('/v1/recordings', body);
      const { id, tenantId, createdAt, updatedAt, ...rest } = created.body;
      expect(rest).toEqual({ ...body, status: 'received', recordedAt: '2026-11-20T01:30:00.000Z' });
      expect([id.slice(0, 4), tenantId.slice(0, 4), updatedAt]).toEqual(['rec_', 'ten_', createdAt]);
      expect(created.headers.get('Location')).toBe(`/v1/recordings/${id}`);
      expect((await caller.get(`/v1/recordings/${id}`)).body).toEqual(created.body);
    });

    it('keep what a merge patch does not name, and null removes', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const created = await createRecording(caller);
      const path = `/v1/recordings/${created.body.id}`;
      const labelled = await caller.patch(path, '"v1"', { labels: ['đã-duyệt'] });
      expect(labelled.body).toEqual({ ...created.body, labels: ['đã-duyệt'], updatedAt: labelled.body.updatedAt });
      const untitled = await caller.patch(path, '"v2"', { title: null });
      const { title, ...rest } = labelled.body;
      expect([title, untitled.body]).toEqual([created.body.title, { ...rest, updatedAt: untitled.body.updatedAt }]);
    });

    it('answer 400 to a patch that is empty, misspelt, or removes what must be there', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const { body } = await createRecording(caller);
      for (const patch of [{}, { titel: 'Một' }, { language: null }, { status: 'ready' }, []]) {
        const answer = await caller.patch(`/v1/recordings/${body.id}`, '"v1"', patch);
        expect([patch, answer.status]).toEqual([patch, 400]);
      }
    });

    it('answer 415 to a patch that is sent as plain JSON', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const { body } = await createRecording(caller);
      const headers = { 'If-Match': '"v1"', 'Content-Type': 'application/json' };
      expect((await caller.send('PATCH', `/v1/recordings/${body.id}`, { headers, body: { title: 'x' } })).status).toBe(
        415,
      );
    });

    it('lose what a replacement leaves out, and announce that replacing will end', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const { body } = await createRecording(caller);
      const replaced = await caller.put(`/v1/recordings/${body.id}`, '"v1"', { language: 'en', labels: [] });
      const { title, ...rest } = body;
      expect(title).toBeDefined();
      expect(replaced.body).toEqual({ ...rest, language: 'en', labels: [], updatedAt: replaced.body.updatedAt });
      expect(replaced.headers.get('Deprecation')).toBe(`@${Date.UTC(2026, 10, 21) / 1000}`);
      expect(replaced.headers.get('Sunset')).toBe(new Date(Date.UTC(2027, 4, 31)).toUTCString());
      const patched = await caller.patch(`/v1/recordings/${body.id}`, '"v2"', { language: 'vi' });
      expect([patched.headers.get('Deprecation'), patched.headers.get('Sunset')]).toEqual([null, null]);
    });

    it('take their transcripts and segments with them', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const segment = await createSegment(caller);
      const { recordingId, transcriptId, id } = segment.body;
      expect((await caller.delete(`/v1/recordings/${recordingId}`, '"v1"')).status).toBe(204);
      for (const path of [
        `/v1/transcripts/${transcriptId}`,
        `/v1/segments/${id}`,
        `/v1/transcripts/${transcriptId}/segments`,
      ]) {
        expect([path, (await caller.get(path)).status]).toEqual([path, 404]);
      }
    });

    it('answer 400 to moments that RFC 3339 has no year for once they are in UTC', async () => {
      const caller = await (await openTestService(database())).newCaller();
      for (const recordedAt of ['9999-12-31T23:59:59-14:00', '9999-12-31T23:59:60Z', '0000-01-01T00:00:00Z']) {
        const answer = await caller.post('/v1/recordings', recordingBody({ recordedAt }));
        expect([recordedAt, answer.status]).toEqual([recordedAt, 400]);
      }
      const late = await caller.post('/v1/recordings', recordingBody({ recordedAt: '9999-12-31T23:59:59+14:00' }));
      expect(late.body.recordedAt).toBe('9999-12-31T09:59:59.000Z');
    });

    it('answer 400 to text that no database can hold', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const answer = await caller.post('/v1/recordings', recordingBody({ title: 'a\u0000b' }));
      expect([answer.status, answer.body.type]).toEqual([400, 'https://ai2text.example/problems/invalid-request']);
      const inWords = segmentBody({ words: [{ ...words[0], text: '\u0000' }] });
      const { body } = await createTranscript(caller);
      expect((await caller.post(`/v1/transcripts/${body.id}/segments`, { segments: [inWords] })).status).toBe(400);
    });
  });

  describe('transcripts', () => {
    it('begin as drafts, with their first segments', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const transcript = await createTranscript(caller, [segmentBody({ words }), segmentBody({ text: 'Vâng.' })]);
      expect(transcript.body).toMatchObject({
        status: 'draft',
        segmentCount: 2,
        modelVersion: '1.4.0',
        confidence: 0.91,
      });
      const { body } = await caller.get(`/v1/transcripts/${transcript.body.id}/segments`);
      expect(
        body.items.map(({ index, text, words: heard }: Record<string, unknown>) => ({ index, text, heard })),
      ).toEqual([
        { index: 0, text: 'Xin cảm ơn.', heard: words },
        { index: 1, text: 'Vâng.', heard: undefined },
      ]);
    });

    it('never go back to being drafts, and only drafts grow', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const transcript = await createTranscript(caller);
      const path = `/v1/transcripts/${transcript.body.id}`;
      const completed = await caller.patch(path, '"v1"', { status: 'completed' });
      const back = await caller.patch(path, etagOf(completed), { status: 'draft' });
      expect([back.status, back.body.errors[0].pointer]).toEqual([422, '#/status']);
      expect((await caller.post(`${path}/segments`, { segments: [segmentBody()] })).status).toBe(422);
      const reviewed = await caller.patch(path, etagOf(completed), { status: 'reviewed', language: 'en' });
      expect(reviewed.body).toMatchObject({ status: 'reviewed', language: 'en', segmentCount: 0 });
      expect((await caller.delete(path, etagOf(reviewed))).status).toBe(204);
    });

    it('give each of many segments appended at the same time a place of its own', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const { body } = await createTranscript(caller);
      const path = `/v1/transcripts/${body.id}/segments`;
      const batch = (i: number) => ({ segments: [segmentBody({ text: `${i}a` }), segmentBody({ text: `${i}b` })] });
      const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => caller.post(path, batch(i))));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
      const items = await caller.all(path, 100);
      expect(items.map(({ index }) => index)).toEqual(Array.from({ length: 16 }, (_, i) => i));
      const together = items.map(({ text }) => text).join(' ');
      for (let i = 0; i < 8; i += 1) expect(together).toContain(`${i}a ${i}b`);
    });
  });

  describe('segments', () => {
    it('lose their words with a new text, and keep them with the same one', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const segment = await createSegment(caller, { words });
      const path = `/v1/segments/${segment.body.id}`;
      expect(segment.body.words).toEqual(words);
      const same = await caller.patch(path, '"v1"', { text: segment.body.text.normalize('NFD'), endSeconds: 3 });
      expect(same.body).toEqual({ ...segment.body, endSeconds: 3, updatedAt: same.body.updatedAt });
      const corrected = await caller.patch(path, '"v2"', { text: 'Xin cám ơn.' });
      const { words: heard, ...rest } = same.body;
      expect(heard).toEqual(words);
      expect(corrected.body).toEqual({ ...rest, text: 'Xin cám ơn.', updatedAt: corrected.body.updatedAt });
    });

    it('are kept in Unicode NFC', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const segment = await createSegment(caller, { text: 'Tiếng Việt'.normalize('NFD') });
      expect(segment.body.text).toBe('Tiếng Việt'.normalize('NFC'));
    });

    it('answer 422 to an end before the start and to a speaker who is not there', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const transcript = await createTranscript(caller);
      const nobody = 'spk_01KJP0Y9M0ZZGZT2HZ8M71SQFA';
      const backwards = { text: 'ơn', startSeconds: 2, endSeconds: 1, confidence: 1 };
      const answer = await caller.post(`/v1/transcripts/${transcript.body.id}/segments`, {
        segments: [segmentBody(), segmentBody({ endSeconds: 0.5, words: [backwards], speakerId: nobody })],
      });
      expect([answer.status, answer.body.errors]).toEqual([
        422,
        [
          { pointer: '#/segments/1/endSeconds', detail: 'must not be before startSeconds, which is 1' },
          { pointer: '#/segments/1/words/0/endSeconds', detail: 'must not be before startSeconds, which is 2' },
          { pointer: '#/segments/1/speakerId', detail: 'is not a speaker of this tenant' },
        ],
      ]);
      const segment = await createSegment(caller);
      const patch = await caller.patch(`/v1/segments/${segment.body.id}`, '"v1"', {
        startSeconds: 9,
        speakerId: nobody,
      });
      expect([patch.status, patch.body.errors]).toEqual([
        422,
        [
          { pointer: '#/endSeconds', detail: 'must not be before startSeconds, which is 9' },
          { pointer: '#/speakerId', detail: 'is not a speaker of this tenant' },
        ],
      ]);
    });
  });

  describe('speakers', () => {
    it('change by merge patch', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const speaker = await createSpeaker(caller, 'Nguyễn Thị Lan', 'Giọng Hà Nội.');
      const path = `/v1/speakers/${speaker.body.id}`;
      const changed = await caller.patch(path, '"v1"', { displayName: 'Lan Anh', notes: null });
      const { notes, ...rest } = speaker.body;
      expect(notes).toBe('Giọng Hà Nội.');
      expect(changed.body).toEqual({ ...rest, displayName: 'Lan Anh', updatedAt: changed.body.updatedAt });
      expect((await caller.get('/v1/speakers?name=lan%20anh')).body.items).toEqual([changed.body]);
    });

    it('can be forgotten: their segments stay and name nobody any more', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const speaker = await createSpeaker(caller, 'Lan');
      const segment = await createSegment(caller, { speakerId: speaker.body.id });
      const { speakerId, ...rest } = segment.body;
      expect(speakerId).toBe(speaker.body.id);
      expect((await caller.delete(`/v1/speakers/${speakerId}`, '"v1"')).status).toBe(204);
      const read = await caller.get(`/v1/segments/${segment.body.id}`);
      expect([read.body, etagOf(read)]).toEqual([{ ...rest, updatedAt: read.body.updatedAt }, '"v2"']);
    });
  });
}
