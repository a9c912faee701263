import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import { until } from '../../common/test/bus/until.ts';
import { IndexUnavailableError } from '../../common/vectors/vector-index.ts';
import { openTestDatabase } from '../../metadata/test/support/embedded.ts';
import { announce } from './support/announce.ts';
import { newTenant, openTestService, type TestService } from './support/service.ts';

let database: Database;
let service: TestService;
beforeAll(async () => {
  database = await openTestDatabase();
  service = await openTestService(database, { config: { recallShare: 1 } });
});
afterAll(async () => {
  await service.close();
  await database.close();
});

const texts = [
  'Hôm nay chúng ta họp về kế hoạch quý ba.',
  'Doanh thu tháng chín tăng mười hai phần trăm.',
  'Kế hoạch tuyển dụng của phòng kỹ thuật.',
];

async function tenantWith(segments: Parameters<TestService['write']>[1]) {
  const tenant = newTenant();
  const ids = await service.write(tenant, segments);
  return { tenant, ids, search: (body: object) => service.ask(tenant, '/v1/search', body) };
}

test.each([0, 0.5, 1])('a sentence is found by its words without marks, at the weight %d', async (hybridWeight) => {
  const { ids, search } = await tenantWith(texts.map((text) => ({ text })));
  const { status, body } = await search({ query: 'ke hoach quy ba', hybridWeight });
  expect([status, body.items[0].segment.id, body.approximate]).toEqual([200, ids[0], false]);
  expect(body.items[0].highlights).toEqual([{ start: 24, end: 39 }]);
});

test('nobody finds the segments of another tenant, whichever way they ask', async () => {
  const { ids } = await tenantWith(texts.map((text) => ({ text })));
  const stranger = newTenant();
  const { body } = await service.ask(stranger, '/v1/search', { query: texts[0] });
  const similar = await service.ask(stranger, `/v1/segments/${ids[0]}/similar`);
  const verdict = { query: 'x', segmentId: ids[0], verdict: 'relevant' };
  const feedback = await service.ask(stranger, '/v1/feedback', verdict);
  const index = await service.ask(stranger, '/v1/index');
  const suggestions = await service.ask(stranger, '/v1/suggestions?q=h');
  expect([body.items, similar.status, feedback.status, index.body.vectorCount, suggestions.body.suggestions]).toEqual([
    [],
    404,
    404,
    0,
    [],
  ]);
});

test('filters of the contract narrow the search', async () => {
  const { ids, search } = await tenantWith([
    { text: 'kế hoạch một', labels: ['họp'], recordedAt: '2026-10-01T00:00:00Z', startSeconds: 0, endSeconds: 5 },
    { text: 'kế hoạch hai', language: 'en', recordedAt: '2026-11-01T00:00:00Z', startSeconds: 5, endSeconds: 9 },
  ]);
  const found = async (filters: object) => {
    const { body } = await search({ query: 'kế hoạch', filters });
    return body.items.map((item: { segment: { id: string } }) => ids.indexOf(item.segment.id)).toSorted();
  };
  expect(await found({})).toEqual([0, 1]);
  expect(await found({ labels: ['họp'] })).toEqual([0]);
  expect(await found({ languages: ['en'] })).toEqual([1]);
  expect(await found({ recordedAfter: '2026-11-01T07:00:00+07:00' })).toEqual([1]);
  expect(await found({ recordedBefore: '2026-11-01T00:00:00Z' })).toEqual([0]);
  expect(await found({ fromSeconds: 5 })).toEqual([1]);
  expect(await found({ toSeconds: 5 })).toEqual([0]);
  expect(await found({ labels: ['họp'], languages: ['en'] })).toEqual([]);
});

test('pages go through all hits once, in the order of one page', async () => {
  const { search } = await tenantWith(Array.from({ length: 7 }, (_, place) => ({ text: `kế hoạch số ${place}` })));
  const whole = await search({ query: 'kế hoạch', limit: 100 });
  const scores: number[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await search({ query: 'kế hoạch', limit: 3, ...(cursor && { cursor }) });
    scores.push(...body.items.map((item: { score: number }) => item.score));
    cursor = body.page.nextCursor;
  } while (cursor !== undefined);
  expect(scores).toEqual(whole.body.items.map((item: { score: number }) => item.score));
});

test('a cursor belongs to its search', async () => {
  const { search } = await tenantWith(texts.map((text) => ({ text })));
  const { body } = await search({ query: 'kế hoạch', limit: 1 });
  const other = await search({ query: 'doanh thu', limit: 1, cursor: body.page.nextCursor });
  expect([other.status, other.body.errors]).toEqual([
    400,
    [{ parameter: 'cursor', detail: 'must be a nextCursor of this list, unchanged' }],
  ]);
});

test('similar segments come nearest first, without the segment itself, and without its recording when asked', async () => {
  const { tenant, ids } = await tenantWith([
    { text: 'kế hoạch quý ba' },
    { text: 'kế hoạch quý tư' },
    { text: 'kế hoạch quý ba năm nay', recordingId: 'rec_01M7SBZ608QR0F5ZYY39D27M4A' },
  ]);
  const similar = async (query: string) => {
    const { body } = await service.ask(tenant, `/v1/segments/${ids[0]}/similar${query}`);
    return body.items.map((item: { segment: { id: string } }) => ids.indexOf(item.segment.id));
  };
  expect([await similar(''), await similar('?sameRecording=false')]).toEqual([[2, 1], [2]]);
});

test('kept answers are forgotten when the vectors of the tenant change, and not before', async () => {
  const { tenant, search } = await tenantWith([{ text: 'kế hoạch một' }]);
  const count = async () => (await search({ query: 'kế hoạch' })).body.items.length;
  const before = await count();
  await service.write(tenant, [{ text: 'kế hoạch hai' }]);
  expect([before, await count()]).toEqual([1, 1]);
  await announce(service.bus, tenant);
  await until(async () => (await count()) === 2);
});

test('suggestions come from frequent queries, titles and labels', async () => {
  const { tenant, search } = await tenantWith([
    { text: 'kế hoạch quý ba', recordingTitle: 'Họp kế hoạch', labels: ['kế toán', 'khác'] },
  ]);
  for (let time = 0; time < 3; time += 1) await search({ query: 'kế hoạch quý ba' });
  const { body } = await service.ask(tenant, `/v1/suggestions?q=${encodeURIComponent('ke')}`);
  expect(body.suggestions).toEqual([
    { text: 'kế hoạch quý ba', kind: 'query' },
    { text: 'kế toán', kind: 'label' },
    { text: 'Họp kế hoạch', kind: 'title' },
  ]);
});

test('feedback is kept without the user', async () => {
  const { tenant, ids } = await tenantWith([{ text: 'kế hoạch' }]);
  const verdict = { query: 'kế hoạch', segmentId: ids[0], verdict: 'irrelevant', position: 4 };
  const { status, body } = await service.ask(tenant, '/v1/feedback', verdict);
  expect([status, body]).toEqual([201, { ...verdict, createdAt: body.createdAt }]);
  const rows = await database.query('SELECT * FROM search_feedback WHERE tenant_id = $1', [tenant]);
  expect(Object.keys(rows[0] ?? {})).toEqual([
    'id',
    'tenant_id',
    'query',
    'segment_id',
    'verdict',
    'position',
    'created_at',
  ]);
});

test('recall against exact search is measured on a share of the searches', async () => {
  const { tenant, search } = await tenantWith(texts.map((text) => ({ text })));
  await search({ query: 'một câu hỏi mới' });
  await service.deps.recall.settled();
  const { body } = await service.ask(tenant, '/v1/index');
  expect([body.vectorCount, body.recallAt10]).toEqual([3, 1]);
  const metrics = await (await service.app.request('/metrics')).text();
  expect(metrics).toMatch(/^search_recall_at_10\{index="memory"\} 1$/m);
  expect(metrics).toMatch(/^search_cache_total\{result="miss"\} \d+$/m);
});

test('a re-ranker orders hits when a request asks for it, and only then', async () => {
  const reranker = {
    score: async (_query: string, given: readonly string[]) => given.map((text) => (text.includes('tuyển') ? 1 : 0.1)),
  };
  const own = await openTestService(database, { reranker, index: service.index, bus: service.bus });
  const { tenant, ids } = await tenantWith(texts.map((text) => ({ text })));
  const first = async (rerank: boolean) => {
    const { body } = await own.ask(tenant, '/v1/search', { query: 'kế hoạch quý ba', rerank });
    return ids.indexOf(body.items[0].segment.id);
  };
  expect([await first(false), await first(true)]).toEqual([0, 2]);
});

test('an index that is away answers 503 and says when to come back', async () => {
  const away = () => Promise.reject(new IndexUnavailableError('The Qdrant server does not answer.'));
  const index = { ...service.index, search: away, searchWords: away };
  const own = await openTestService(database, { index, bus: service.bus });
  const { status, body } = await own.ask(newTenant(), '/v1/search', { query: 'kế hoạch' });
  expect([status, body.type, body.detail]).toEqual([
    503,
    'https://ai2text.example/problems/service-unavailable',
    'The vector index does not answer. Try again in 5 seconds.',
  ]);
});
