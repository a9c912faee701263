import { randomUUID } from 'node:crypto';
import type { Request } from 'autocannon';
import { Latencies } from './latencies.ts';
import { countOf, load } from './load.ts';
import { makeRecordings, recordingBody } from './recordings.ts';
import { less, type Row } from './row.ts';
import type { Bench } from './services.ts';
import { cpuMs, memoryOf } from './usage.ts';

/** Recordings are made and changed at the same time, half of the writes each. */
export async function measureMetadata(bench: Bench, { writes }: { readonly writes: number }): Promise<Row[]> {
  const { seconds } = bench.options;
  const metadata = await bench.start('metadata');
  const rate = Math.max(1, Math.round(writes / 2));
  const ids = await makeRecordings(bench, metadata, rate);
  const headers = { authorization: `Bearer ${await bench.token()}`, 'content-type': 'application/json' };
  const versions = ids.map(() => 0);

  const creations = (): Request[] => [
    {
      ...{ method: 'POST', path: '/v1/recordings', headers },
      setupRequest: (request) => ({
        ...request,
        headers: { ...headers, 'idempotency-key': randomUUID() },
        body: JSON.stringify(recordingBody()),
      }),
    },
  ];
  /** A connection changes a recording of its own, whose version it therefore knows. */
  const changes = (group: number): Request[] => [
    {
      ...{ method: 'PATCH', path: `/v1/recordings/${ids[group]}` },
      setupRequest: (request) => {
        const version = (versions[group] ?? 0) + 1;
        versions[group] = version;
        return {
          ...request,
          headers: { ...headers, 'content-type': 'application/merge-patch+json', 'if-match': `"v${version}"` },
          body: JSON.stringify({ title: `Họp lần ${version}` }),
        };
      },
    },
  ];
  const both = (duration: number) =>
    Promise.all([
      load({ url: metadata.url, rate, seconds: duration, requestsOf: creations }),
      load({ url: metadata.url, rate, seconds: duration, requestsOf: changes, groupSize: 1 }),
    ]);

  await both(Math.min(5, seconds));
  await relearn();
  const before = cpuMs(metadata.pid);
  const [posts, patches] = await both(seconds);
  const all = new Latencies();
  all.addAll(posts.latencies);
  all.addAll(patches.latencies);
  const refused = countOf(posts, (status) => status !== 201) + countOf(patches, (status) => status !== 200);
  const failed = (100 * (refused + posts.errors + patches.errors)) / all.count;

  const place = bench.backings.postgres === undefined ? 'PGlite' : 'PostgreSQL';
  const asked = `${rate} POST/s and ${rate} PATCH/s for ${seconds} s, ${place}`;
  const row = (measure: string, reached: number, unit: string): Row => ({
    ...{ service: 'metadata', measure, reached, unit, load: asked },
  });
  return [
    row('write p50', all.percentile(50), 'ms'),
    { ...row('write p95', all.percentile(95), 'ms'), target: less(40) },
    row('write p99', all.percentile(99), 'ms'),
    row('POST p95', posts.latencies.percentile(95), 'ms'),
    row('PATCH p95', patches.latencies.percentile(95), 'ms'),
    { ...row('writes that failed', failed, '%'), target: less(0.5) },
    row('writes answered', posts.latencies.count / posts.seconds + patches.latencies.count / patches.seconds, '/s'),
    row('CPU of metadata', (cpuMs(metadata.pid) - before) / all.count, 'ms a write'),
    row('memory of metadata', memoryOf(metadata.pid).most, 'MiB'),
  ];

  /** What was in flight when the warm-up ended may or may not have been written. */
  async function relearn(): Promise<void> {
    for (const [place, id] of ids.entries()) {
      const response = await fetch(`${metadata.url}/v1/recordings/${id}`, { headers });
      versions[place] = Number(/\d+/.exec(response.headers.get('etag') ?? '')) - 1;
      await response.arrayBuffer();
    }
  }
}
