import { expect, test } from 'vitest';
import { type Reranker, rerankHits } from '../src/search/rerank.ts';
import { hit } from './support/hits.ts';

const hits = Array.from({ length: 52 }, (_, place) => hit(String(place), 1 - place / 100, `text ${place}`));

async function rerank(reranker: Reranker) {
  const errors: string[] = [];
  const onError = (error: unknown) => errors.push(String(error));
  const found = await rerankHits(hits, 'query', { reranker, timeoutMs: 20, onError });
  return { ids: found.map(({ id }) => Number(id)), scores: found.map(({ score }) => score), errors };
}

test('the best 50 come in the order of the model, and the rest stay behind them', async () => {
  const { ids, scores, errors } = await rerank({
    score: async (_query, texts) => texts.map((_text, place) => (place + 1) / 50),
  });
  expect(ids).toEqual([...Array.from({ length: 50 }, (_, place) => 49 - place), 50, 51]);
  expect(scores).toEqual(scores.toSorted((one, other) => other - one));
  expect(errors).toEqual([]);
});

test.each<[string, Reranker, RegExp]>([
  ['fails', { score: () => Promise.reject(new Error('no memory')) }, /no memory/],
  ['is late', { score: () => new Promise(() => {}) }, /timeout/],
])('a model that %s changes nothing', async (_name, reranker, reason) => {
  const { ids, errors } = await rerank(reranker);
  expect(ids).toEqual(hits.map(({ id }) => Number(id)));
  expect(errors.join()).toMatch(reason);
});
