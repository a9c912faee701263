import { afterAll, beforeEach, expect, test } from 'vitest';
import type { SegmentFilter, VectorIndex } from '../../vectors/vector-index.ts';
import { digits, model, point, tenantId } from './segments.ts';

/** What every vector index keeps. `open` gives an empty one; it is closed at the end. */
export function vectorIndexSuite(open: () => Promise<VectorIndex>): void {
  const other = 'ten_01KE61HRW0SBPJSA9J9W613CZZ';
  const points = [
    point(1, [1, 0, 0, 0], { text: 'Họp về kế hoạch quý ba.', labels: ['họp'], speakerId: 'spk_A' }),
    point(2, [0.9, 0.4, 0, 0], { text: 'Kệ sách hoạch định.', language: 'vi', recordingId: "rec_'B" }),
    point(3, [0, 1, 0, 0], { text: 'Doanh thu tháng chín tăng.', labels: ['quý-ba', "l'été"], speakerId: 'spk_B' }),
    point(4, [0, 0, 1, 0], { text: 'Cảm ơn.', recordedAt: '2026-11-21T01:30:00.500Z' }),
    point(5, [1, 0, 0, 0], { text: 'Kế hoạch của người khác.', tenantId: other }),
  ];
  const query = Float32Array.of(1, 0, 0, 0);
  let index: VectorIndex;

  beforeEach(async () => {
    index ??= await open();
    await index.delete({ tenantId });
    await index.delete({ tenantId: other });
    await index.upsert(points);
  });
  afterAll(() => index.close());

  const find = async (filter: Partial<SegmentFilter>) =>
    digits((await index.search(query, { filter: { tenantId, ...filter }, limit: 10 })).toSorted(byId));

  test('a search finds the nearest of the tenant first, with the cosine and the payload as it was written', async () => {
    const hits = await index.search(query, { filter: { tenantId }, limit: 2 });
    expect(hits.map(({ id, payload }) => ({ id, payload }))).toEqual(
      points.slice(0, 2).map(({ id, payload }) => ({ id, payload })),
    );
    expect(hits.map(({ score }) => score.toFixed(3))).toEqual(['1.000', '0.914']);
    expect(await index.search(query, { filter: { tenantId }, limit: 2, exact: true })).toEqual(hits);
  });

  test.each<[string, Partial<SegmentFilter>, string]>([
    ['nothing', {}, '1234'],
    ['recordings', { recordingIds: ["rec_'B", 'rec_unknown'] }, '2'],
    ['transcripts', { transcriptIds: ['trn_unknown'] }, ''],
    ['segments', { segmentIds: points.slice(2, 4).map(({ payload }) => payload.segmentId) }, '34'],
    ['speakers', { speakerIds: ['spk_A', 'spk_B'] }, '13'],
    ['languages', { languages: ['vi'] }, '2'],
    ['any of the labels', { labels: ['họp', "l'été"] }, '13'],
    ['the start of a time range, inclusive', { recordedAfter: '2026-11-21T08:30:00.500+07:00' }, '4'],
    ['the end of a time range, exclusive', { recordedBefore: '2026-11-21T01:30:00.500Z' }, '123'],
    ['a place in the recording', { fromSeconds: 19, toSeconds: 40 }, '23'],
    ['another recording', { notRecordingId: "rec_'B" }, '134'],
    ['several conditions, which narrow each other', { labels: ['họp', 'quý-ba'], speakerIds: ['spk_B'] }, '3'],
    ['no values at all', { speakerIds: [] }, ''],
    ['text that looks like a condition', { recordingIds: ["' OR true --"] }, ''],
    ['a quote that ends the condition', { languages: ["vi') OR ('1' = '1"] }, ''],
    ['a backslash before a quote', { speakerIds: ["\\\\' OR tenant_id != '"] }, ''],
    ['comments and further statements', { labels: ["họp'; DROP TABLE segments; --", '/* họp */'] }, ''],
    ['wildcards', { recordingIds: ['%', '_', '*', 'rec_%'] }, ''],
    ['names of members', { segmentIds: ['__proto__', 'constructor', 'toString'] }, ''],
    ['text in a thousand values', { speakerIds: Array.from({ length: 1_000 }, (_, place) => `spk_${place}'`) }, ''],
    [
      'the other tenant beside a quote',
      { notRecordingId: "x' OR tenant_id = 'ten_01KE61HRW0SBPJSA9J9W613CZZ" },
      '1234',
    ],
    ['places that no recording has', { fromSeconds: 1e300 }, ''],
  ])('filters by %s', async (_name, filter, expected) => {
    expect(await find(filter)).toBe(expected);
    expect(await index.count({ tenantId, ...filter })).toBe(expected.length);
  });

  test('words are found as they are spelt first, then without their marks', async () => {
    const words = async (text: string) => digits(await index.searchWords(text, { filter: { tenantId }, limit: 10 }));
    expect(await words('kế')).toBe('12');
    expect((await words('ke')).split('').toSorted().join('')).toBe('12');
    expect(await words('DOANH thu')).toBe('3');
    expect(await words('không ai nói')).toBe('');
    expect(await words('?! " AND (*:')).toBe('');
  });

  test('a word search scores above zero, keeps to its filter and its limit, and stays in the tenant', async () => {
    const hits = await index.searchWords('kế hoạch', { filter: { tenantId }, limit: 1 });
    expect(digits(hits)).toBe('1');
    expect(hits[0]?.score).toBeGreaterThan(0);
    expect(digits(await index.searchWords('hoạch', { filter: { tenantId, languages: ['vi'] }, limit: 5 }))).toBe('2');
  });

  test.each(["' OR '1' = '1", '__proto__', '*', '%', ''])('a tenant called %j has nothing', async (hostile) => {
    const filter = { tenantId: hostile };
    const asked = { filter, limit: 10 };
    expect([
      await index.search(query, asked),
      await index.search(query, { ...asked, exact: true }),
      await index.searchWords('kế hoạch', asked),
      await index.scroll(asked),
      await index.count(filter),
    ]).toEqual([[], [], [], [], 0]);
    await index.delete(filter);
    expect([await index.count({ tenantId }), await index.count({ tenantId: other })]).toEqual([4, 1]);
  });

  test('whichever way it is asked, the index shows a tenant its own points only', async () => {
    const asked = { filter: { tenantId: other }, limit: 10 };
    const found = [
      await index.search(query, asked),
      await index.search(query, { ...asked, exact: true }),
      await index.searchWords('kế hoạch doanh thu cảm ơn', asked),
      await index.scroll(asked),
    ];
    expect(found.map(digits)).toEqual(['5', '5', '5', '5']);
  });

  test('writing a point again replaces it, and of two in one call the last counts', async () => {
    const before = point(3, [0, 1, 0, 0], { text: 'Cũ.' });
    const after = point(3, [0, 0, 0, 1], { text: 'Mới.' });
    await index.upsert([before, after]);
    expect(await index.count({ tenantId })).toBe(4);
    const [hit] = await index.search(after.vector, { filter: { tenantId }, limit: 1 });
    expect([hit?.id, hit?.payload]).toEqual([after.id, after.payload]);
    expect(digits(await index.searchWords('doanh thu', { filter: { tenantId }, limit: 5 }))).toBe('');
  });

  test('deleting takes what the filter finds, of this tenant only', async () => {
    await index.delete({ tenantId, recordingIds: [points[0]?.payload.recordingId ?? ''] });
    expect([await index.count({ tenantId }), await index.count({ tenantId: other })]).toEqual([1, 1]);
  });

  test('a scroll goes through all points in the order of their ids, with their vectors', async () => {
    const filter = { tenantId };
    const first = await index.scroll({ filter, limit: 3 });
    const rest = await index.scroll({ filter, limit: 3, after: first.at(-1)?.id ?? '' });
    expect([...first, ...rest].map(({ id, payload }) => ({ id, payload }))).toEqual(
      points.slice(0, 4).map(({ id, payload }) => ({ id, payload })),
    );
    expect([...(first[1]?.vector ?? [])].map((value) => value.toFixed(4))).toEqual([
      '0.9138',
      '0.4061',
      '0.0000',
      '0.0000',
    ]);
  });

  test('a vector of another length is refused, in both directions', async () => {
    const short = { ...point(1, [1, 0, 0, 0]), vector: Float32Array.of(1, 0) };
    const sentence = 'The index holds vectors of 4 components, and one of 2 was given.';
    await expect(index.upsert([short])).rejects.toThrow(sentence);
    await expect(index.search(short.vector, { filter: { tenantId }, limit: 1 })).rejects.toThrow(sentence);
  });

  test('it tells what it is', async () => {
    await index.probe();
    expect(await index.info()).toEqual({ ...model, schemaVersion: 1, approximate: false });
  });
}

function byId(one: { readonly id: string }, two: { readonly id: string }): number {
  return one.id < two.id ? -1 : 1;
}
