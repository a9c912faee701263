import { describe, expect, it } from 'vitest';
import { createRecording, createSpeaker, createTranscript, etagOf, segmentBody } from '../support/records.ts';
import { openTestService } from '../support/service.ts';
import type { OpenDatabase } from './index.ts';

export function pagination(database: OpenDatabase): void {
  describe('pages', () => {
    it.each(['-createdAt', 'createdAt'])('show every recording once while others come and go (%s)', async (sort) => {
      const caller = await (await openTestService(database())).newCaller();
      const old = [];
      for (let i = 0; i < 7; i += 1) old.push(await createRecording(caller, { title: `Bản ${i}` }));
      const ids = old.map(({ body }) => body.id);
      const expected = sort === 'createdAt' ? ids : ids.toReversed();

      const first = await caller.get(`/v1/recordings?limit=3&sort=${sort}`);
      const gone = old[ids.indexOf(expected[1])];
      await createRecording(caller, { title: 'mới' });
      await caller.delete(`/v1/recordings/${gone?.body.id}`, '"v1"');
      const second = await caller.get(`/v1/recordings?limit=3&sort=${sort}&cursor=${first.body.page.nextCursor}`);
      const third = await caller.get(`/v1/recordings?limit=3&sort=${sort}&cursor=${second.body.page.nextCursor}`);

      const seen = [first, second, third].flatMap(({ body }) => body.items);
      expect(seen.map(({ id }) => id).filter((id) => ids.includes(id))).toEqual(expected);
      expect(seen.filter(({ title }) => title === 'mới')).toHaveLength(sort === 'createdAt' ? 1 : 0);
      expect(third.body.page).toEqual({ hasMore: false });
    });

    it('keep their order when many recordings have the same moment', async () => {
      const moment = new Date('2026-11-21T00:00:00.123Z');
      const service = await openTestService(database(), { clock: () => moment });
      const caller = await service.caller({ lifetimeSeconds: 30 * 86_400 });
      const ids = [];
      for (let i = 0; i < 5; i += 1) ids.push((await createRecording(caller)).body.id);
      expect((await caller.all('/v1/recordings', 2)).map(({ id }) => id)).toEqual(ids.toReversed());
    });

    it('narrow with filters, all of which must hold', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const both = await createRecording(caller, { labels: ['họp', 'quý-ba'], language: 'vi' });
      const one = await createRecording(caller, { labels: ['họp'] });
      const titles = async (query: string) => (await caller.all(`/v1/recordings?${query}`, 1)).map(({ id }) => id);
      expect(await titles('label=h%E1%BB%8Dp')).toEqual([one.body.id, both.body.id]);
      expect(await titles('label=h%E1%BB%8Dp&label=qu%C3%BD-ba')).toEqual([both.body.id]);
      expect(await titles('language=vi&label=h%E1%BB%8Dp')).toEqual([both.body.id]);
      expect(await titles(`sha256=${one.body.sha256}`)).toEqual([one.body.id]);
      expect(await titles('status=failed')).toEqual([]);
      expect(await titles(`createdAfter=${both.body.createdAt}&createdBefore=${one.body.createdAt}`)).toEqual(
        both.body.createdAt === one.body.createdAt ? [] : [both.body.id],
      );
    });

    it('answer 400 to a cursor that was changed in any place', async () => {
      const caller = await (await openTestService(database())).newCaller();
      for (let i = 0; i < 2; i += 1) await createRecording(caller);
      const { nextCursor } = (await caller.get('/v1/recordings?limit=1')).body.page;
      expect(nextCursor).toMatch(/^[A-Za-z0-9_-]{1,512}$/);
      const damaged = Array.from(nextCursor as string, (character, i) => {
        return `${nextCursor.slice(0, i)}${character === 'A' ? 'B' : 'A'}${nextCursor.slice(i + 1)}`;
      });
      for (const cursor of [...damaged, 'A', nextCursor.slice(0, -1), `${nextCursor}AAAA`]) {
        const answer = await caller.get(`/v1/recordings?limit=1&cursor=${cursor}`);
        expect([cursor, answer.status]).toEqual([cursor, 400]);
      }
    });

    it('answer 400 to a cursor of another list, of other filters, or older than a day', async () => {
      let now = Date.now();
      const service = await openTestService(database(), { clock: () => new Date(now) });
      const caller = await service.caller({ lifetimeSeconds: 3 * 86_400 });
      for (let i = 0; i < 2; i += 1) await createRecording(caller);
      const { nextCursor } = (await caller.get('/v1/recordings?limit=1')).body.page;
      const status = async (path: string) => (await caller.get(`${path}cursor=${nextCursor}`)).status;
      expect(await status('/v1/recordings?limit=2&')).toBe(200);
      expect(await status('/v1/recordings?sort=createdAt&')).toBe(400);
      expect(await status('/v1/recordings?language=vi-VN&')).toBe(400);
      expect(await status('/v1/speakers?')).toBe(400);
      now += 24 * 60 * 60 * 1000 + 1000;
      expect(await status('/v1/recordings?limit=1&')).toBe(400);
    });

    it('list speakers in the order of the Vietnamese alphabet and find them by part of a name', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const ordered = [
        'An',
        'Ân',
        'Bảo',
        'Dũng',
        'Đạt',
        'Lan',
        'Làn',
        'Lan Anh',
        'Lân',
        'Nguyễn Thị Lan',
        'Ơn',
        'Xuân',
      ];
      for (const name of ordered.toReversed()) await createSpeaker(caller, name);
      const names = async (query = '') => (await caller.all(`/v1/speakers${query}`, 5)).map((item) => item.displayName);
      expect(await names()).toEqual(ordered);
      expect(await names('?name=LAN')).toEqual(['Lan', 'Lan Anh', 'Nguyễn Thị Lan']);
      expect(await names('?name=%C4%90%E1%BA%A0')).toEqual(['Đạt']);
      expect(await names('?name=%25')).toEqual([]);
    });

    it('fit a cursor for the longest of names', async () => {
      const caller = await (await openTestService(database())).newCaller();
      for (const letter of ['Ự', '語', '𠮷']) await createSpeaker(caller, letter.repeat(120));
      expect(await caller.all('/v1/speakers', 1)).toHaveLength(3);
    });

    it('list segments as they were spoken, by speaker and by time', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const speaker = await createSpeaker(caller, 'Lan');
      const segments = Array.from({ length: 5 }, (_, i) =>
        segmentBody({ text: `${i}`, startSeconds: i * 10, endSeconds: i * 10 + 8 }),
      );
      const transcript = await createTranscript(caller, segments);
      const path = `/v1/transcripts/${transcript.body.id}/segments`;
      await caller.post(path, {
        segments: [segmentBody({ text: '5', speakerId: speaker.body.id, startSeconds: 50, endSeconds: 58 })],
      });
      const texts = async (query: string) => (await caller.all(`${path}${query}`, 2)).map(({ text }) => text);
      expect(await texts('')).toEqual(['0', '1', '2', '3', '4', '5']);
      expect((await caller.all(path, 4)).map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
      expect(await texts(`?speakerId=${speaker.body.id}`)).toEqual(['5']);
      expect(await texts('?fromSeconds=8&toSeconds=20')).toEqual(['1']);
      expect(await texts('?fromSeconds=7.5&toSeconds=20.5')).toEqual(['0', '1', '2']);
    });

    it('list the transcripts of one recording, the newest first', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const recording = await createRecording(caller);
      await createTranscript(caller);
      const path = `/v1/recordings/${recording.body.id}/transcripts`;
      const created = [];
      for (let i = 0; i < 3; i += 1) created.push(await caller.post(path, { language: 'vi' }));
      const [oldest] = created;
      await caller.patch(`/v1/transcripts/${oldest?.body.id}`, '"v1"', { status: 'completed' });
      expect((await caller.all(path, 2)).map(({ id }) => id)).toEqual(created.map(({ body }) => body.id).toReversed());
      expect((await caller.all(`${path}?status=completed`, 2)).map(({ id }) => id)).toEqual([oldest?.body.id]);
    });

    it('hold at most 100 items', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const { body } = await createTranscript(
        caller,
        Array.from({ length: 101 }, () => segmentBody()),
      );
      const path = `/v1/transcripts/${body.id}/segments`;
      expect((await caller.get(path)).body.items).toHaveLength(20);
      expect((await caller.get(`${path}?limit=100`)).body.page.hasMore).toBe(true);
      expect((await caller.get(`${path}?limit=101`)).status).toBe(400);
      expect(etagOf(await caller.get(`/v1/transcripts/${body.id}`))).toBe('"v1"');
    });
  });
}
