import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Request } from 'autocannon';
import { createHashingEncoder } from '../../reference-services/common/encoder/hashing-encoder.ts';
import { sentenceAbout } from '../../reference-services/search/bench/sentences.ts';
import { countOf, load } from './load.ts';
import { less, more, type Row } from './row.ts';
import type { Bench } from './services.ts';
import { memoryOf } from './usage.ts';

const program = join(import.meta.dirname, '../../reference-services/search/bench/vectors.ts');
const queriesPerSecond = 20;
/** Of the hashing encoder, by which the service encodes questions. */
const encoderDimensions = createHashingEncoder().dimensions;

/** What `vectors.ts` prints: times of single questions to the index in milliseconds. */
interface IndexFigures {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly recallAt10: number;
  readonly hybrid: { readonly p50: number; readonly p95: number; readonly p99: number };
  readonly rssMiB: number;
  readonly fillSeconds: number;
  readonly buildSeconds: number;
}

/** The embedded index by itself, one question after the other; then the service on the smallest, under a steady load of other questions. */
export async function measureSearch(bench: Bench, { counts }: { readonly counts: readonly number[] }): Promise<Row[]> {
  const rows: Row[] = [];
  for (const count of counts) {
    console.error(`search: filling an index with ${count} vectors …`);
    const folder = join(bench.folder, `vectors-${count}`);
    rows.push(...indexRows(count, await fillAndAsk(count, 384, folder)));
    rmSync(folder, { recursive: true });
  }
  const smallest = Math.min(...counts);
  const folder = join(bench.folder, 'vectors-of-the-encoder');
  console.error(`search: filling an index with ${smallest} vectors for the service …`);
  await fillAndAsk(smallest, encoderDimensions, folder);
  return [...rows, ...(await serviceRows(bench, smallest, folder))];
}

async function fillAndAsk(count: number, dimensions: number, folder: string): Promise<IndexFigures> {
  const args = [program, '--count', String(count), '--dimensions', String(dimensions), '--folder', folder];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 24 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as IndexFigures; // described above
}

function indexRows(count: number, figures: IndexFigures): Row[] {
  const load = `${count} × 384, the index alone, one question at a time`;
  const row = (measure: string, reached: number, unit: string): Row => ({
    ...{ service: 'search', measure: `${count}: ${measure}`, reached, unit, load },
  });
  return [
    row('p50', figures.p50, 'ms'),
    { ...row('p95', figures.p95, 'ms'), target: less(50) },
    { ...row('p99', figures.p99, 'ms'), target: less(120) },
    { ...row('recall@10', figures.recallAt10, ''), target: more(0.95) },
    row('with words (hybrid), p95', figures.hybrid.p95, 'ms'),
    row('memory', figures.rssMiB, 'MiB'),
    row('filling and building', figures.fillSeconds + figures.buildSeconds, 's'),
  ];
}

async function serviceRows(bench: Bench, count: number, folder: string): Promise<Row[]> {
  const { seconds } = bench.options;
  const search = await bench.start('search', { VECTOR_INDEX_DIR: folder });
  const headers = { authorization: `Bearer ${await bench.token()}`, 'content-type': 'application/json' };
  const requestsOf = (): Request[] => [
    {
      ...{ method: 'POST', path: '/v1/search', headers },
      setupRequest: (request) => ({ ...request, body: JSON.stringify({ query: question(), limit: 10 }) }),
    },
  ];
  const ask = (duration: number) => load({ url: search.url, rate: queriesPerSecond, seconds: duration, requestsOf });
  await ask(Math.min(5, seconds));
  const result = await ask(seconds);
  if (search.written().includes('set aside'))
    throw new Error('The search service does not take the index that was filled.');
  const asked = `${count} × ${encoderDimensions}, POST /v1/search, ${queriesPerSecond}/s for ${seconds} s, no two alike`;
  const row = (measure: string, reached: number, unit: string): Row => ({
    ...{ service: 'search', measure: `${count}: ${measure}`, reached, unit, load: asked },
  });
  return [
    row('the service, p50', result.latencies.percentile(50), 'ms'),
    { ...row('the service, p95', result.latencies.percentile(95), 'ms'), target: less(50) },
    { ...row('the service, p99', result.latencies.percentile(99), 'ms'), target: less(120) },
    row('not 200', countOf(result, (status) => status !== 200) + result.errors, ''),
    row('memory of the service', memoryOf(search.pid).most, 'MiB'),
  ];
}

/** Words as people would type them: a part of a sentence about one of the topics that the index is filled with. */
function question(): string {
  return sentenceAbout(Math.floor(Math.random() * 1_000), Math.random)
    .split(' ')
    .slice(0, 6)
    .join(' ');
}
