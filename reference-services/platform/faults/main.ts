import { parseArgs } from 'node:util';
import { findProgram } from '../harness/find-program.ts';
import { commitPublish } from './commit-publish.ts';
import { deliveredFiveTimes } from './delivered-five-times.ts';
import type { Fault } from './fault.ts';
import { ingestedAgain } from './ingested-again.ts';
import { killWorker } from './kill-worker.ts';
import { natsAway } from './nats-away.ts';
import { poison } from './poison.ts';
import { postgresAway } from './postgres-away.ts';
import { runFaults } from './run-faults.ts';

/** `npm run faults`: breaks real servers and processes under load, and counts what is left. */
const all: readonly Fault[] = [
  killWorker,
  natsAway,
  postgresAway,
  commitPublish,
  deliveredFiveTimes,
  poison,
  ingestedAgain,
];

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: all.map(({ name }) => name).join(',') },
    'at-once': { type: 'string', default: '2' },
  },
});
const chosen = values.only.split(',');
const unknown = chosen.filter((name) => !all.some((fault) => fault.name === name));
const missing = ['postgres', 'initdb', 'nats-server'].filter((program) => findProgram(program) === undefined);
if (unknown.length > 0) {
  process.stderr.write(
    `There is no fault ${unknown.join(', ')}. Name some of ${all.map(({ name }) => name).join(', ')}.\n`,
  );
  process.exitCode = 2;
} else if (missing.length > 0) {
  console.log(`skipped: the faults need ${missing.join(', ')}. Install PostgreSQL and nats-server.`);
} else {
  const faults = all.filter(({ name }) => chosen.includes(name));
  process.exitCode = await runFaults(faults, Math.max(Number(values['at-once']) || 1, 1));
}
