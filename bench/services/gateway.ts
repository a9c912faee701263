import type { Request } from 'autocannon';
import { Latencies } from './latencies.ts';
import { countOf, type LoadResult, load } from './load.ts';
import { makeRecordings } from './recordings.ts';
import { less, type Row } from './row.ts';
import type { Bench, RunningService } from './services.ts';
import { memoryOf, spending } from './usage.ts';

const clients = 100;

/** One recording is read by its id: through the gateway, and from the metadata service itself. */
export async function measureGateway(bench: Bench, { rate }: { readonly rate: number }): Promise<Row[]> {
  const { seconds } = bench.options;
  const metadata = await bench.start('metadata');
  const gateway = await bench.start('gateway', { METADATA_URL: metadata.url, GATEWAY_CLIENT_RATE_LIMIT: '10000000' });
  const ids = await makeRecordings(bench, metadata, 1_000);
  const tokens = await Promise.all(Array.from({ length: clients }, (_, client) => bench.token(`client-${client}`)));
  const requestsOf = (connection: number): Request[] =>
    Array.from({ length: 10 }, (_, place) => ({
      path: `/v1/recordings/${ids[(connection * 10 + place) % ids.length]}`,
      headers: { authorization: `Bearer ${tokens[connection % clients]}` },
    }));
  const send = (to: RunningService, duration: number) =>
    load({ url: to.url, rate, seconds: duration, groupSize: 1, requestsOf });

  // Code that has run for a while is compiled.
  await send(gateway, Math.min(10, seconds));
  await send(metadata, Math.min(5, seconds));
  const { result: whole, cpu } = await spending([gateway, metadata], () => send(gateway, seconds));
  const slices = await interleave(Math.max(4, Math.min(15, seconds / 4)), (slice) => ({
    through: () => send(gateway, slice),
    direct: () => send(metadata, slice),
  }));

  const asked = `${rate}/s for ${seconds} s, GET a recording, ${clients} clients`;
  const row = (measure: string, reached: number, unit: string, target?: Row['target']): Row => ({
    ...{ service: 'gateway', measure, reached, unit, load: asked },
    ...(target !== undefined && { target }),
  });
  // Processor time is of the second in which connections are made, too.
  const requests = (whole.latencies.count * (seconds + 1)) / seconds;
  const at = (percent: number) => whole.latencies.percentile(percent);
  const { through, direct } = slices;
  return [
    row('p50', at(50), 'ms'),
    row('p95', at(95), 'ms', less(150)),
    row('p99', at(99), 'ms'),
    row('requests answered', whole.latencies.count / whole.seconds, '/s'),
    row(
      '5xx',
      shareOf(whole, (status) => status >= 500),
      '%',
      less(1),
    ),
    row(
      'no answer, or not 200',
      shareOf(whole, (status) => status !== 200),
      '%',
      less(0.1),
    ),
    row('generator late, p99', whole.generatorLate, 'ms'),
    ...[50, 95, 99].map((percent) => ({
      ...row(`p${percent} added to metadata alone`, through.percentile(percent) - direct.percentile(percent), 'ms'),
      ...(percent === 95 && { target: less(3) }),
      load: `${slices.pairs} pairs of ${slices.seconds} s in turn: ${through.percentile(percent).toFixed(3)} and ${direct.percentile(percent).toFixed(3)}`,
    })),
    row('CPU of the gateway', (cpu[0] ?? Number.NaN) / requests, 'ms a request'),
    row('CPU of metadata', (cpu[1] ?? Number.NaN) / requests, 'ms a request'),
    row('CPU of the generator', (cpu[2] ?? Number.NaN) / requests, 'ms a request'),
    row('memory of the gateway', memoryOf(gateway.pid).most, 'MiB'),
    row('memory of metadata', memoryOf(metadata.pid).most, 'MiB'),
  ];
}

const pairs = 4;

/** In turn, and the second first in every other pair, so that what else happens on the machine meets both. */
async function interleave(
  seconds: number,
  measure: (seconds: number) => {
    readonly through: () => Promise<LoadResult>;
    readonly direct: () => Promise<LoadResult>;
  },
) {
  const through = new Latencies();
  const direct = new Latencies();
  const { through: askThrough, direct: askDirect } = measure(seconds);
  for (let pair = 0; pair < pairs; pair += 1) {
    if (pair % 2 === 1) direct.addAll((await askDirect()).latencies);
    through.addAll((await askThrough()).latencies);
    if (pair % 2 === 0) direct.addAll((await askDirect()).latencies);
  }
  return { through, direct, pairs, seconds };
}

/** Of all requests, in percent; those that had no answer are no good one. */
function shareOf(result: LoadResult, isBad: (status: number) => boolean): number {
  const bad = countOf(result, isBad) + result.errors;
  return (100 * bad) / (result.latencies.count + result.errors);
}
