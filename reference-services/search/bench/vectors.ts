/**
 * `node reference-services/search/bench/vectors.ts [--count 100000] [--dimensions 384] [--queries 300] [--folder <dir>]`: the embedded
 * index at a size. Fills it as the embeddings service does, waits for the graph, asks it one question after the other with
 * the tenant's filter, and prints one line of JSON. A folder that is given is kept and not filled again.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openLanceIndex } from '../../common/vectors/lance/open.ts';
import type { VectorIndex } from '../../common/vectors/vector-index.ts';
import { depth } from '../src/search/engine.ts';
import { mixRankings } from '../src/search/rank.ts';
import { type Question, questions, type Speech, speechPoints } from './points.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    dimensions: { type: 'string', default: '384' },
    queries: { type: 'string', default: '300' },
    folder: { type: 'string' },
  },
});
const [count, dimensions, queries] = [values.count, values.dimensions, values.queries].map(Number);
if (!(count && dimensions && queries)) throw new Error('--count, --dimensions and --queries are numbers above 0.');

const speech: Speech = {
  tenantId: 'ten_01KE61HRW0SBPJSA9J9W613CTT',
  modelId: 'mdl_01KA000000HASHENCAAAAAAA01',
  dimensions,
  topics: 1_000,
};
const filter = { tenantId: speech.tenantId };
const model = { modelId: speech.modelId, modelVersion: '1.0.0', dimensions };
const usualApproximateFrom = 50_000;
const failures: unknown[] = [];
const scratch = mkdtempSync(join(tmpdir(), 'ai2text-vectors-'));
const folder = values.folder ?? join(scratch, 'index');
try {
  const isKept = existsSync(folder);
  const fillSeconds = isKept ? undefined : await seconds(fill);
  const { index } = await open(usualApproximateFrom);
  const buildSeconds = await seconds(() => whenBuilt(index));
  const asked = questions(speech, queries);
  await measure(index, asked.slice(0, 20));
  const figures = await measure(index, asked);
  const rssMiB = Math.round(process.memoryUsage().rss / 2 ** 20);
  await index.close();
  console.log(JSON.stringify({ count, dimensions, ...figures, rssMiB, ...(!isKept && { fillSeconds, buildSeconds }) }));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function open(approximateFrom: number) {
  // The graph is looked for soon after the start, as after a pause in writing.
  const onError = (error: unknown) => failures.push(error);
  return openLanceIndex({ folder, model, approximateFrom, idleMs: 100, onError });
}

/** Without a graph, which would be made again and again while the index grows. */
async function fill(): Promise<void> {
  const { index } = await open(Number.POSITIVE_INFINITY);
  for (const batch of speechPoints(speech, count ?? 0, 5_000)) await index.upsert(batch);
  await index.close();
}

async function whenBuilt(index: VectorIndex): Promise<void> {
  if ((await index.count(filter)) < usualApproximateFrom) return;
  while (!(await index.info()).approximate) {
    if (failures.length > 0) throw new AggregateError(failures, 'The graph was not built.');
    await pause(100);
  }
}

async function measure(index: VectorIndex, asked: readonly Question[]) {
  const vectors: number[] = [];
  const hybrids: number[] = [];
  let found = 0;
  let wanted = 0;
  for (const [place, { vector, text }] of asked.entries()) {
    const hits = await timed(vectors, () => index.search(vector, { filter, limit: 10 }));
    // What the search service asks for one page of hits.
    await timed(hybrids, async () => {
      const limit = depth;
      const near = index.search(vector, { filter, limit });
      const worded = index.searchWords(text, { filter, limit });
      return mixRankings(await near, await worded, 0.5);
    });
    // Exact search takes long, and a hundred questions say enough.
    if (place >= 100) continue;
    const exact = await index.search(vector, { filter, limit: 10, exact: true });
    const ids = new Set(hits.map(({ id }) => id));
    found += exact.filter(({ id }) => ids.has(id)).length;
    wanted += exact.length;
  }
  const { p50, p95, p99 } = percentiles(vectors);
  return { p50, p95, p99, recallAt10: found / wanted, hybrid: percentiles(hybrids) };
}

async function timed<T>(times: number[], work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  times.push(performance.now() - started);
  return result;
}

/** In milliseconds, by the nearest rank. */
function percentiles(times: readonly number[]) {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => Number((sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(2));
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return Number(((performance.now() - started) / 1_000).toFixed(1));
}
