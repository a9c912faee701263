import { describe, expect, it } from 'vitest';
import { createRecording, createSpeaker, createTranscript, etagOf, segmentBody } from '../support/records.ts';
import { openTestService } from '../support/service.ts';
import type { OpenDatabase } from './index.ts';

export function conditionalChanges(database: OpenDatabase): void {
  describe('ETag and If-Match', () => {
    it('an answer carries the tag that the next change needs', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const created = await createRecording(caller);
      const path = `/v1/recordings/${created.body.id}`;
      const first = await caller.patch(path, etagOf(created), { title: 'Một' });
      const second = await caller.patch(path, etagOf(first), { title: 'Hai' });
      const read = await caller.get(path);
      expect([created, first, second, read].map(etagOf)).toEqual(['"v1"', '"v2"', '"v3"', '"v3"']);
      expect(read.body).toEqual(second.body);
    });

    it('a stale tag answers 412 and changes nothing', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const speaker = await createSpeaker(caller, 'Lan');
      const path = `/v1/speakers/${speaker.body.id}`;
      const changed = await caller.patch(path, etagOf(speaker), { displayName: 'Lan Anh' });
      const attempts = [
        await caller.patch(path, etagOf(speaker), { displayName: 'Bảo' }),
        await caller.delete(path, etagOf(speaker)),
        await caller.patch(path, '"somebody-elses"', { displayName: 'Bảo' }),
      ];
      expect(attempts.map(({ status, body }) => [status, body.title])).toEqual(
        attempts.map(() => [412, 'Precondition failed']),
      );
      expect((await caller.get(path)).body).toEqual(changed.body);
    });

    it('a missing tag answers 428, and a weak one, a list or * answers 400', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const { body } = await createRecording(caller);
      const remove = (headers: Record<string, string>) =>
        caller.send('DELETE', `/v1/recordings/${body.id}`, { headers });
      expect((await remove({})).status).toBe(428);
      for (const tag of ['W/"v1"', '"v1", "v2"', '*', 'v1']) {
        expect([tag, (await remove({ 'If-Match': tag })).status]).toEqual([tag, 400]);
      }
    });

    it('of ten changes based on the same tag one wins', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const created = await createRecording(caller);
      const path = `/v1/recordings/${created.body.id}`;
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, i) => caller.patch(path, etagOf(created), { title: `Bản ${i}` })),
      );
      const won = answers.filter(({ status }) => status === 200);
      expect(won).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 412)).toHaveLength(9);
      expect((await caller.get(path)).body).toEqual(won[0]?.body);
    });

    it('appending segments changes the tag of the transcript, whose segmentCount has changed', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const transcript = await createTranscript(caller, [segmentBody()]);
      const path = `/v1/transcripts/${transcript.body.id}`;
      await caller.post(`${path}/segments`, { segments: [segmentBody(), segmentBody()] });
      const read = await caller.get(path);
      expect([read.body.segmentCount, etagOf(read)]).toEqual([3, '"v2"']);
      expect((await caller.patch(path, etagOf(transcript), { status: 'completed' })).status).toBe(412);
    });

    it('what is not there answers 404, whatever the tag', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const created = await createRecording(caller);
      const path = `/v1/recordings/${created.body.id}`;
      expect((await caller.delete(path, etagOf(created))).status).toBe(204);
      expect((await caller.get(path)).status).toBe(404);
      expect((await caller.delete(path, etagOf(created))).status).toBe(404);
      expect((await caller.patch(path, etagOf(created), { title: 'Một' })).status).toBe(404);
      expect((await caller.put(path, etagOf(created), { language: 'vi', labels: [] })).status).toBe(404);
    });
  });
}
