import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../support/caller.ts';
import { again, newStory, openPipeline, type Pipeline, type PlatformEvent, sentence } from '../support/events.ts';
import { createSpeaker, etagOf, recordingBody } from '../support/records.ts';
import { newTenant } from '../support/service.ts';
import type { OpenDatabase } from './index.ts';

/** What the service makes of the events of others. */
export function pipeline(database: OpenDatabase): void {
  describe('the events of the pipeline', () => {
    let service: Pipeline;
    beforeAll(async () => {
      service = await openPipeline(database());
    });
    afterAll(() => service.close());

    it('make the record of a recording', async () => {
      const story = newStory();
      await service.tell(story.ingested);
      const caller = await service.caller({ tenant: story.tenant });
      const { body, headers } = await caller.get(`/v1/recordings/${story.recordingId}`);
      expect([body, headers.get('ETag')]).toEqual([
        {
          ...{ id: story.recordingId, tenantId: story.tenant, title: 'Họp kế hoạch quý ba', status: 'received' },
          ...{ mediaType: 'audio/wav', language: 'vi-VN', sizeBytes: 57_600_044, durationSeconds: 1800 },
          ...{ sampleRateHz: 16_000, channels: 1, sha256: story.sha256, labels: ['họp'] },
          ...{ recordedAt: '2026-11-20T01:30:00.000Z', createdAt: '2026-11-20T02:15:30.000Z' },
          updatedAt: expect.any(String),
        },
        '"v1"',
      ]);
    });

    it('make one of which the uploader said nothing', async () => {
      const story = newStory();
      const { title, labels, language, recordedAt, sampleRateHz, channels, ...data } = story.ingested.data;
      await service.tell({ ...story.ingested, data });
      const { recording } = await readAll(story);
      expect(recording).toMatchObject({ language: 'vi', labels: [] });
      const kept = Object.keys(recording);
      for (const member of ['title', 'recordedAt', 'sampleRateHz', 'channels']) expect(kept).not.toContain(member);
    });

    it('bring a recording step by step to where search finds it', async () => {
      const story = newStory();
      const { transcriptId, recordingId, ids } = story;
      await service.tell(story.ingested, story.transcribed);
      const recognised = await readAll(story);
      expect(recognised.recording.status).toBe('postprocessing');
      expect(recognised.transcript).toEqual({
        ...{ id: transcriptId, recordingId, tenantId: story.tenant, status: 'completed', language: 'vi-VN' },
        ...{ modelId: 'mdl_01M3TC5H00KFEEQC275XYZBSJW', modelVersion: '1.4.0', confidence: 0.91, segmentCount: 3 },
        ...{ createdAt: '2026-11-20T02:16:12.000Z', updatedAt: expect.any(String) },
      });
      expect(recognised.segments).toEqual(
        story.transcribed.data.segments.map((segment, index) => ({
          ...{ ...segment, transcriptId, recordingId, index },
          ...{ createdAt: expect.any(String), updatedAt: expect.any(String) },
        })),
      );

      await service.tell(story.processed);
      const processed = await readAll(story);
      expect([processed.recording.status, processed.transcript]).toEqual(['indexing', recognised.transcript]);
      const [first, second, third] = recognised.segments;
      const { words, ...withoutWords } = third ?? {};
      const updatedAt = expect.any(String);
      expect(processed.segments).toEqual([
        { ...first, text: 'Xin chào.', updatedAt },
        { ...second, text: 'Doanh thu tăng 12 %.', updatedAt },
        // Its words are as heard, and somebody's number is among them.
        { ...withoutWords, text: 'Gọi số [SỐ ĐIỆN THOẠI].', updatedAt },
      ]);
      expect(processed.segments.map(({ id }) => id)).toEqual(ids);

      await service.tell(story.embedded);
      expect((await readAll(story)).recording.status).toBe('ready');
    });

    it('come to the same in whichever order', { timeout: 120_000 }, async () => {
      const results: unknown[] = [];
      for (const order of permutations([0, 1, 2, 3])) {
        const story = newStory();
        const events: readonly PlatformEvent[] = [story.ingested, story.transcribed, story.processed, story.embedded];
        await service.tell(...order.flatMap((index) => events[index] ?? []));
        results.push(withoutIds(await readAll(story), story));
      }
      expect(results).toHaveLength(24);
      expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
      expect(results[0]).toMatchObject({ recording: { status: 'ready' }, transcript: { segmentCount: 3 } });
    });

    it('count once, however often each of them comes', async () => {
      const story = newStory();
      const events = [story.ingested, story.transcribed, story.processed, story.embedded];
      await service.tell(...events);
      const once = await readAll(story);
      for (let time = 0; time < 4; time += 1) await service.tell(...events);
      expect(await readAll(story)).toEqual(once);
    });

    it('may come all at once', async () => {
      const story = newStory();
      const events = [story.embedded, story.processed, story.transcribed, story.ingested];
      await service.tellAtOnce(...events, ...events, ...events, ...events, ...events);
      const { recording, transcript, segments } = await readAll(story);
      expect([recording.status, transcript.confidence, segments.map(({ text }) => text)]).toEqual([
        ...['ready', 0.91],
        ['Xin chào.', 'Doanh thu tăng 12 %.', 'Gọi số [SỐ ĐIỆN THOẠI].'],
      ]);
      expect(await database().query('SELECT 1 FROM waiting_events WHERE tenant_id = $1', [story.tenant])).toEqual([]);
    });

    it('change no version where they tell nothing new', async () => {
      const story = newStory();
      await service.tell(story.ingested, story.transcribed, story.processed, story.embedded);
      const before = await readAll(story);
      const { processed, embedded, transcribed } = story;
      const later = (event: typeof processed | typeof embedded | typeof transcribed, second: number) =>
        again<PlatformEvent>(event, `2026-11-20T03:00:0${second}Z`);
      await service.tell(later(transcribed, 1), later(processed, 2), later(embedded, 3));
      const after = await readAll(story);
      // The recording went its way once more, so it has changed; what was said has not.
      expect(after.recording).toEqual({ ...before.recording, updatedAt: expect.any(String) });
      expect({ ...after, recording: before.recording, etags: after.etags.slice(1) }).toEqual({
        ...before,
        etags: before.etags.slice(1),
      });
    });

    it('do not take back what a later one has written', async () => {
      const story = newStory();
      const { processed, transcribed, embedded } = story;
      const corrected = again(processed, '2026-11-20T04:00:00Z', {
        sentences: [sentence(story.ids[0], 'Xin chào anh Lan.', [0.5, 1.5])],
      });
      await service.tell(story.ingested, transcribed, corrected, again(embedded, '2026-11-20T04:00:02Z'));
      const before = await readAll(story);
      expect(before.segments.map(({ text }) => text)).toEqual(['Xin chào anh Lan.']);
      await service.tell(again(transcribed, '2026-11-20T02:00:00Z', { segments: [] }), processed, embedded);
      expect(await readAll(story)).toEqual(before);
    });

    it('cut segments anew: new ids in place of old ones, with what is known of their sources', async () => {
      const story = newStory();
      const [first, second, third] = story.ids;
      const joined = newStory().ids[0];
      const speaker = await createSpeaker(await service.caller({ tenant: story.tenant }), 'Lan');
      const sentences = [
        { ...sentence(joined, 'Xin chào, doanh thu tăng 12 %.', [0.5, 4], [first, second]) },
        { ...sentence(third, 'Gọi số nào?', [5, 9]), speakerId: speaker.body.id },
      ];
      await service.tell(
        story.ingested,
        story.transcribed,
        again(story.processed, '2026-11-20T02:17:00Z', { sentences }),
      );
      const { segments, transcript } = await readAll(story);
      expect(transcript.segmentCount).toBe(2);
      expect(segments.map(({ createdAt, updatedAt, transcriptId, recordingId, ...rest }) => rest)).toEqual([
        {
          ...{ id: joined, index: 0, text: 'Xin chào, doanh thu tăng 12 %.', startSeconds: 0.5, endSeconds: 4 },
          confidence: 0.9133,
          words: story.transcribed.data.segments.slice(0, 2).flatMap(({ words = [] }) => words),
        },
        {
          ...{ id: third, index: 1, text: 'Gọi số nào?', startSeconds: 5, endSeconds: 9, confidence: 0.8 },
          ...{ speakerId: speaker.body.id, words: story.transcribed.data.segments[2]?.words },
        },
      ]);
    });

    it('name nobody whom the tenant does not know', async () => {
      const story = newStory();
      const other = await createSpeaker(await service.newCaller(), 'Bảo');
      const sentences = [{ ...sentence(story.ids[0], 'Xin chào.', [0.5, 1.5]), speakerId: other.body.id }];
      await service.tell(story.ingested, again(story.processed, '2026-11-20T02:17:00Z', { sentences }));
      const { segments } = await readAll(story);
      expect(segments.map(({ speakerId, confidence }) => [speakerId, confidence])).toEqual([[undefined, 1]]);
    });

    it('leave what a person has corrected, until the person has it published', async () => {
      const story = newStory();
      await service.tell(story.ingested, story.transcribed, story.processed);
      const caller = await service.caller({ tenant: story.tenant });
      const path = `/v1/segments/${story.ids[1]}`;
      const segment = await caller.get(path);
      const corrected = await caller.patch(path, etagOf(segment), { text: 'Doanh thu tăng 20 %.' });
      expect(corrected.status).toBe(200);
      const texts = async () => (await readAll(story)).segments.map(({ text }) => text);
      const after = ['Xin chào.', 'Doanh thu tăng 20 %.', 'Gọi số [SỐ ĐIỆN THOẠI].'];
      await service.tell(again(story.processed, '2026-11-20T05:00:00Z'));
      expect(await texts()).toEqual(after);
      const transcript = await caller.get(`/v1/transcripts/${story.transcriptId}`);
      const reviewed = { status: 'reviewed' };
      await caller.patch(`/v1/transcripts/${story.transcriptId}`, etagOf(transcript), reviewed);
      const sentences = story.processed.data.sentences.map((one, index) => ({ ...one, text: `${after[index]} ` }));
      await service.tell(again(story.processed, new Date().toISOString(), { sentences }));
      expect(await texts()).toEqual(after.map((text) => `${text} `));
    });

    it('keep within their tenant', async () => {
      const story = newStory();
      await service.tell(story.ingested, story.transcribed);
      const before = await readAll(story);
      const stranger = newTenant();
      const foreign = [
        { ...again(story.ingested, '2026-11-21T00:00:00Z'), tenantid: stranger },
        { ...again(story.transcribed, '2026-11-21T00:00:00Z', { segments: [] }), tenantid: stranger },
      ];
      await service.tell(...foreign);
      // The same transcript and the same segments, claimed for a recording of one's own.
      const own = newStory(stranger);
      const { transcriptId } = story;
      const claim = again(own.processed, '2026-11-21T00:00:00Z', { transcriptId });
      const steal = again(own.transcribed, '2026-11-21T00:00:00Z', { segments: story.transcribed.data.segments });
      await service.tell(own.ingested, claim, steal);
      expect(await readAll(story)).toEqual(before);
      const errors = async (queue: string, id: string) =>
        (await service.letters(queue, id)).map(({ error, deliveries }) => [deliveries, error]);
      await expect.poll(() => errors('DLQ_NLP', own.recordingId)).toHaveLength(1);
      const isForeign = `PermanentError: The recording ${story.recordingId} belongs to another tenant.`;
      expect([
        await errors('DLQ_ASR', story.recordingId),
        await errors('DLQ_NLP', story.recordingId),
        await errors('DLQ_EMBEDDINGS', own.recordingId),
        await errors('DLQ_NLP', own.recordingId),
      ]).toEqual([
        [[1, isForeign]],
        [[1, isForeign]],
        [[1, `PermanentError: The transcript ${transcriptId} belongs to another recording.`]],
        [[1, 'PermanentError: A segment has the id of one of another transcript.']],
      ]);
      expect((await (await service.caller({ tenant: stranger })).get('/v1/recordings')).body.items).toHaveLength(1);
    });

    it('that can never be kept become dead letters at once, whole, and stop no other', async () => {
      const story = newStory();
      const segments = [{ id: story.ids[0], text: 'ơn', startSeconds: 2, endSeconds: 1, confidence: 1 }];
      const backwards = again(story.transcribed, '2026-11-20T02:17:00Z', { segments });
      await service.tell(story.ingested, backwards, story.processed);
      await expect.poll(() => service.letters('DLQ_NLP', story.recordingId)).toHaveLength(1);
      const [letter] = await service.letters('DLQ_NLP', story.recordingId);
      expect([letter?.durable, letter?.deliveries, letter?.error]).toEqual([
        ...['metadata-transcripts', 1],
        expect.stringMatching(/^PermanentError: .*check constraint/),
      ]);
      expect(JSON.parse(new TextDecoder().decode(letter?.body))).toEqual(backwards);
      expect((await readAll(story)).segments).toHaveLength(3);
    });

    it('that waited in vain for their recording stop no other', async () => {
      const story = newStory();
      const twice = story.processed.data.sentences.flatMap((one) => [one, one]);
      const wrong = again(story.processed, '2026-11-20T02:16:30Z', { sentences: twice });
      await service.tell(story.transcribed, wrong, story.embedded, story.ingested);
      const { recording, segments } = await readAll(story);
      expect([recording.status, segments.length]).toEqual(['ready', 3]);
      const rows = await database().query('SELECT event_id, error FROM waiting_events WHERE tenant_id = $1', [
        story.tenant,
      ]);
      expect(rows).toEqual([{ event_id: wrong.id, error: 'Two segments have the same id.' }]);
    });

    it('meet the record that a client made of the same content, and there is one recording', async () => {
      const story = newStory();
      const caller = await service.caller({ tenant: story.tenant });
      const { title, channels, ...body } = recordingBody({ sha256: story.sha256, labels: ['của tôi'] });
      const made = await caller.post('/v1/recordings', body);
      expect([title, channels, made.status]).toEqual(['Họp kế hoạch quý ba', 1, 201]);
      await service.tell(story.transcribed, story.ingested, story.processed, story.embedded);
      const own = await caller.get(`/v1/recordings/${made.body.id}`);
      expect(own.body).toEqual({ ...made.body, title, channels, status: 'ready', updatedAt: expect.any(String) });
      expect((await caller.get(`/v1/recordings/${story.recordingId}`)).body).toEqual(own.body);
      expect((await caller.get('/v1/recordings')).body.items).toEqual([own.body]);
      const listed = await caller.get(`/v1/recordings/${story.recordingId}/transcripts`);
      expect(listed.body.items.map(({ id, recordingId }: Record<string, unknown>) => [id, recordingId])).toEqual([
        [story.transcriptId, made.body.id],
      ]);
      const again = await caller.post('/v1/recordings', { ...body, title });
      expect([again.status, again.body.type]).toEqual([409, 'https://ai2text.example/problems/duplicate-recording']);
      // Deleted by the id that the pipeline knows, it is gone under both.
      expect((await caller.delete(`/v1/recordings/${story.recordingId}`, etagOf(own))).status).toBe(204);
      expect((await caller.get(`/v1/recordings/${made.body.id}`)).status).toBe(404);
      expect((await caller.get(`/v1/recordings/${story.recordingId}`)).status).toBe(404);
    });

    it('do not bring back what a person has deleted', async () => {
      const story = newStory();
      const caller = await service.caller({ tenant: story.tenant });
      await service.tell(story.ingested, story.transcribed);
      const transcript = await caller.get(`/v1/transcripts/${story.transcriptId}`);
      await caller.delete(`/v1/transcripts/${story.transcriptId}`, etagOf(transcript));
      await service.tell(again(story.transcribed, '2026-11-21T00:00:00Z'), story.processed);
      expect((await caller.get(`/v1/transcripts/${story.transcriptId}`)).status).toBe(404);
      const recording = await caller.get(`/v1/recordings/${story.recordingId}`);
      await caller.delete(`/v1/recordings/${story.recordingId}`, etagOf(recording));
      await service.tell(again(story.ingested, '2026-11-21T00:00:00Z'), story.embedded);
      expect((await caller.get('/v1/recordings')).body.items).toEqual([]);
      expect(await database().query('SELECT 1 FROM waiting_events WHERE tenant_id = $1', [story.tenant])).toEqual([]);
    });

    it('are counted by what came of them', async () => {
      const before = await service.outcomes();
      const story = newStory();
      const { ingested, transcribed, processed, embedded } = story;
      await service.tell(
        embedded,
        ingested,
        ingested,
        transcribed,
        processed,
        again(processed, '2026-11-20T01:00:00Z'),
      );
      await service.tell(again(ingested, '2026-11-20T03:00:00Z', { sha256: newStory().sha256 }));
      const after = Object.entries(await service.outcomes()).map(([name, count]) => [
        name,
        count - (before[name] ?? 0),
      ]);
      expect(Object.fromEntries(after.filter(([, count]) => count !== 0))).toEqual({
        'embeddings.created.v1 waiting': 1,
        'nlp.postprocessed.v1 applied': 1,
        'nlp.postprocessed.v1 outdated': 1,
        'recording.ingested.v1 applied': 1,
        'recording.ingested.v1 ignored': 1,
        'recording.ingested.v1 refused': 1,
        'transcription.completed.v1 applied': 1,
      });
      await service.tell(newStory().processed);
      const text = await (await service.app.request('/metrics')).text();
      expect(Number(/^metadata_events_waiting (\d+)$/m.exec(text)?.[1])).toBeGreaterThanOrEqual(1);
    });

    async function readAll({ tenant, recordingId, transcriptId }: ReturnType<typeof newStory>) {
      const caller: Caller = await service.caller({ tenant });
      const recording = await caller.get(`/v1/recordings/${recordingId}`);
      const transcript = await caller.get(`/v1/transcripts/${transcriptId}`);
      const segments: Record<string, unknown>[] =
        transcript.status === 200 ? await caller.all(`/v1/transcripts/${transcriptId}/segments`, 100) : [];
      const read = await Promise.all(segments.map(({ id }) => caller.get(`/v1/segments/${id}`)));
      const etags = [recording, transcript, ...read].map(etagOf);
      return { recording: recording.body, transcript: transcript.body, segments, etags };
    }
  });
}

/** The same for every story: ids and the times of writing are left out. */
function withoutIds(
  all: { recording: object; transcript: object; segments: object[] },
  story: ReturnType<typeof newStory>,
) {
  const { recording, transcript, segments } = all;
  const { tenant, recordingId, transcriptId, sha256, ids } = story;
  let text = JSON.stringify({ recording, transcript, segments }, (name, value) =>
    name === 'updatedAt' || (name === 'createdAt' && !String(value).startsWith('2026-11-20')) ? undefined : value,
  );
  for (const [index, id] of [tenant, recordingId, transcriptId, sha256, ...ids].entries()) {
    text = text.replaceAll(id, `id ${index}`);
  }
  return JSON.parse(text);
}

function permutations<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}
