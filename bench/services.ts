/**
 * `npm run bench:services [-- --quick] [--only gateway,metadata] [--json <file>]`: the services as processes of their own under an
 * open load by autocannon, on PostgreSQL, Redis and NATS where this machine has them. Prints each target beside what was reached.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Backings, startBackings } from './services/backings.ts';
import { measureEmbeddings } from './services/embeddings.ts';
import { measureGateway } from './services/gateway.ts';
import { measureIngestion } from './services/ingestion.ts';
import { Lifetime } from './services/lifetime.ts';
import { measureMetadata } from './services/metadata.ts';
import { printRows, type Row } from './services/row.ts';
import { measureSearch } from './services/search.ts';
import { type Bench, openBench } from './services/services.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    json: { type: 'string' },
    rate: { type: 'string', default: '1000' },
    writes: { type: 'string', default: '100' },
    counts: { type: 'string', default: '100000,1000000' },
    /** The services hold their responses against the contract, as they do outside of production. */
    validate: { type: 'boolean', default: false },
    /** Passed to Node before each service: `--node=--cpu-prof`. */
    node: { type: 'string', multiple: true, default: [] },
  },
});

const measurements: Readonly<Record<string, (bench: Bench) => Promise<Row[]>>> = {
  gateway: (bench) => measureGateway(bench, { rate: Number(values.rate) }),
  metadata: (bench) => measureMetadata(bench, { writes: Number(values.writes) }),
  embeddings: measureEmbeddings,
  ingestion: measureIngestion,
  search: (bench) => measureSearch(bench, { counts: values.counts.split(',').map(Number) }),
};

const asked = values.only?.split(',') ?? Object.keys(measurements);
const unknown = asked.find((name) => measurements[name] === undefined);
if (unknown !== undefined) {
  console.error(`There is no measurement "${unknown}". Name some of ${Object.keys(measurements).join(', ')}.`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'ai2text-bench-services-'));
const life = new Lifetime();
life.atEnd(() => rmSync(folder, { recursive: true, force: true }));
const rows: Row[] = [];
try {
  const backings = await startBackings(life, folder);
  const options = { seconds: values.quick ? 10 : 60, validate: values.validate, nodeOptions: values.node };
  for (const name of asked) {
    const own = new Lifetime();
    life.atEnd(() => own.end());
    console.error(`${name} …`);
    try {
      rows.push(...((await measurements[name]?.(await openBench({ life: own, folder, backings, options }))) ?? []));
    } catch (error) {
      // The others are still worth measuring.
      console.error(`${name} was not measured:`, error);
      process.exitCode = 1;
    } finally {
      await own.end();
    }
  }
  const about = { machine: machine(), backings: describe(backings), validation: values.validate };
  console.log(
    `${about.machine}; ${about.backings}; responses ${values.validate ? 'held' : 'not held'} against the contract`,
  );
  console.log(printRows(rows));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ ...about, rows }, null, 2)}\n`);
} finally {
  await life.end();
}

function machine(): string {
  return `${cpus().length} cores (${cpus()[0]?.model.trim()}), Node.js ${process.version}`;
}

function describe({ postgres, redis, nats }: Backings): string {
  const places = [
    postgres === undefined ? 'PGlite' : 'PostgreSQL',
    redis === undefined ? 'limits in the process' : 'Redis',
    nats === undefined ? 'no NATS' : 'NATS',
  ];
  return places.join(', ');
}
