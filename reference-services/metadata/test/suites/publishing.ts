import { describe, expect, it } from 'vitest';
import type { TranscriptionCompleted } from '../../../events/transcription-completed/generated/types.ts';
import type { Answer, Caller } from '../support/caller.ts';
import { again, newStory, openPipeline, sentence } from '../support/events.ts';
import { createRecording, createSpeaker, etagOf, segmentBody, words } from '../support/records.ts';
import { newKey, openTestService } from '../support/service.ts';
import type { OpenDatabase } from './index.ts';

/** What the service tells the pipeline of what clients put in. */
export function publishing(database: OpenDatabase): void {
  describe('a transcript that a client puts in', () => {
    it('is published with its segments, in the transaction of its creation', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const recording = await createRecording(caller, { durationSeconds: 12.5 });
      const transcript = await put(caller, recording, {
        ...{ language: 'vi-VN', modelId: 'mdl_01M3TC5H00KFEEQC275XYZBSJW', modelVersion: '1.4.0', confidence: 0.91 },
        segments: [segmentBody({ text: 'sau', startSeconds: 7, endSeconds: 8 }), segmentBody({ text: 'trước', words })],
      });
      const segments = (await caller.get(`/v1/transcripts/${transcript.body.id}/segments`)).body.items;
      const text = (index: number) => {
        const { id, text, startSeconds, endSeconds, confidence } = segments[index];
        return { id, text, startSeconds, endSeconds, confidence };
      };
      const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      expect(await published(recording)).toEqual([
        {
          ...{ specversion: '1.0', id: expect.stringMatching(/^evt_/), source: '/services/metadata', time: moment },
          ...{ type: 'vn.ai2text.transcription.completed.v1', subject: recording.body.id },
          ...{ datacontenttype: 'application/json', tenantid: recording.body.tenantId },
          data: {
            ...{ recordingId: recording.body.id, transcriptId: transcript.body.id, language: 'vi-VN' },
            ...{ jobId: expect.stringMatching(/^job_/), durationSeconds: 12.5, confidence: 0.91, completedAt: moment },
            model: { id: 'mdl_01M3TC5H00KFEEQC275XYZBSJW', version: '1.4.0' },
            // The event has them in the order of their start.
            segments: [{ ...text(1), words }, text(0)],
          },
        },
      ]);
    });

    it('names no model where a person wrote it', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const recording = await createRecording(caller);
      await put(caller, recording, { language: 'vi', segments: [segmentBody()] });
      const [event] = await published(recording);
      expect(event?.data.model).toEqual({ id: 'mdl_00000000000000000000000000', version: '0.0.0' });
      expect(event?.data).not.toHaveProperty('confidence');
    });

    it('is published once for each Idempotency-Key, and not at all when it is refused', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const recording = await createRecording(caller);
      const path = `/v1/recordings/${recording.body.id}/transcripts`;
      const key = newKey();
      const body = { language: 'vi-VN', segments: [segmentBody()] };
      for (let time = 0; time < 3; time += 1) await caller.post(path, body, key);
      const speakerId = 'spk_01KJP0Y9M0ZZGZT2HZ8M71SQFA';
      const refused = await caller.post(path, { ...body, segments: [segmentBody({ speakerId })] });
      expect([refused.status, (await published(recording)).length]).toEqual([422, 1]);
    });

    it('that begins empty is published when it is whole, and again when something has changed', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const recording = await createRecording(caller);
      const transcript = await put(caller, recording, { language: 'vi-VN' });
      const path = `/v1/transcripts/${transcript.body.id}`;
      const told = async () =>
        (await published(recording)).map(({ data }) => [data.language, ...data.segments.map(({ text }) => text)]);
      const patch = async (at: string, body: unknown) => {
        const answer = await caller.patch(at, etagOf(await caller.get(at)), body);
        expect(answer.status).toBe(200);
      };
      await caller.post(`${path}/segments`, { segments: [segmentBody({ text: 'một' })] });
      await caller.post(`${path}/segments`, { segments: [segmentBody({ text: 'hai', startSeconds: 2 })] });
      await patch(path, { language: 'vi' });
      expect(await told()).toEqual([]);
      await patch(path, { status: 'completed' });
      const completed = ['vi', 'một', 'hai'];
      expect(await told()).toEqual([completed]);
      await patch(path, { status: 'completed' });
      expect(await told()).toEqual([completed]);
      const { items } = (await caller.get(`${path}/segments`)).body;
      await patch(`/v1/segments/${items[1].id}`, { text: 'ba' });
      await patch(path, { status: 'reviewed' });
      await patch(path, { status: 'reviewed' });
      const reviewed = ['vi', 'một', 'ba'];
      expect(await told()).toEqual([completed, reviewed]);
      await patch(path, { language: 'en' });
      expect(await told()).toEqual([completed, reviewed, ['en', 'một', 'ba']]);
    });

    it('that is too large for the event makes its recording fail, and says why', async () => {
      const caller = await (await openTestService(database())).newCaller();
      const recording = await createRecording(caller);
      const segments = Array.from({ length: 1000 }, () => segmentBody({ text: 'ệ'.repeat(2800) }));
      await put(caller, recording, { language: 'vi', segments });
      const { body } = await caller.get(`/v1/recordings/${recording.body.id}`);
      expect([await published(recording), body.status, body.statusDetail]).toEqual([
        ...[[], 'failed'],
        'The transcript is too large to be processed and found by search.',
      ]);
    });

    it('comes back as sentences, which name its speakers, and what was appended since stays behind them', async () => {
      const pipeline = await openPipeline(database());
      const caller = await pipeline.newCaller();
      const recording = await createRecording(caller);
      const speaker = await createSpeaker(caller, 'Lan');
      const one = segmentBody({ text: 'xin chào cảm ơn', words, speakerId: speaker.body.id });
      const transcript = await put(caller, recording, { language: 'vi-VN', segments: [one] });
      const path = `/v1/transcripts/${transcript.body.id}`;
      await caller.post(`${path}/segments`, {
        segments: [segmentBody({ text: 'thêm vào', startSeconds: 3, endSeconds: 4 })],
      });
      const before = (await caller.get(`${path}/segments`)).body.items;

      // Its own event tells the service nothing but that the recording is on its way.
      const [own] = await published(recording);
      if (own === undefined) throw new Error('Nothing was published.');
      await pipeline.tell(own);
      expect((await caller.get(`${path}/segments`)).body.items).toEqual(before);
      expect((await caller.get(`/v1/recordings/${recording.body.id}`)).body.status).toBe('postprocessing');

      const { processed, ids } = newStory(recording.body.tenantId);
      const sentences = [
        sentence(before[0].id, 'Xin chào.', [1, 1.4]),
        sentence(ids[0], 'Cảm ơn.', [1.4, 2.5], [before[0].id]),
      ];
      const { id: transcriptId, recordingId } = transcript.body;
      const answer = again(processed, new Date().toISOString(), { transcriptId, recordingId, sentences });
      await pipeline.tell({ ...answer, subject: recordingId });
      const after = await caller.get(`${path}/segments`);
      const known = { transcriptId, recordingId, confidence: 0.96, speakerId: speaker.body.id };
      const times = { createdAt: expect.any(String), updatedAt: expect.any(String) };
      expect(after.body.items).toEqual([
        {
          ...known,
          ...times,
          id: before[0].id,
          index: 0,
          text: 'Xin chào.',
          ...span(1, 1.4),
          words: words.slice(0, 1),
        },
        { ...known, ...times, id: ids[0], index: 1, text: 'Cảm ơn.', ...span(1.4, 2.5), words: words.slice(1) },
        { ...before[1], ...times, index: 2 },
      ]);
      expect((await caller.get(path)).body).toMatchObject({ status: 'draft', segmentCount: 3 });
      await pipeline.close();
    });

    /** What waits in the outbox for a recording, in its order. */
    async function published({ body }: Answer): Promise<readonly TranscriptionCompleted[]> {
      const rows = await database().query<{ body: Uint8Array }>(
        'SELECT body FROM outbox WHERE key = $1 ORDER BY sequence',
        [body.id],
      );
      return rows.map((row) => JSON.parse(new TextDecoder().decode(row.body)));
    }
  });
}

async function put(caller: Caller, recording: Answer, body: unknown): Promise<Answer> {
  const answer = await caller.post(`/v1/recordings/${recording.body.id}/transcripts`, body);
  if (answer.status !== 201) throw new Error(`Expected 201, got ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}

function span(startSeconds: number, endSeconds: number) {
  return { startSeconds, endSeconds };
}
