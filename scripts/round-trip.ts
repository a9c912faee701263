/**
 * `npm run conformance:round-trip -- [--count 1000] [--seed 1]`: generated clients talk to generated servers of that many random
 * contracts, and generated publishers to generated consumers of a third as many.
 */
import { parseArgs } from 'node:util';
import { eventRoundTrips } from '../tests/generators/round-trip/events.ts';
import { Loader } from '../tests/generators/round-trip/load.ts';
import { roundTrips } from '../tests/generators/round-trip/round-trips.ts';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});
const [count, seed] = [Number(values.count), Number(values.seed)];

const { contracts, tally, failure } = await roundTrips({ count, seed });
if (failure !== undefined) console.log(failure);
console.log(tally.print());
const { arrived, refusedByClient, refusedByServer, unanswerable } = tally.outcomes;
console.log(`contracts  ${contracts}`);
console.log(
  `calls      ${arrived} arrived, ${refusedByClient} refused by the client, ${refusedByServer} by the server, ${unanswerable} answers refused`,
);
console.log(`wrong      ${tally.wrong.answers} answers became a 500, ${tally.wrong.inputs} inputs a 4xx`);

const loader = new Loader();
try {
  const events = await eventRoundTrips(loader, Math.ceil(count / 3), seed);
  if (events.failure !== undefined) console.log(events.failure);
  console.log(
    `events     ${events.contracts} contracts, ${events.arrived} messages arrived, ${events.refused} refused`,
  );
  process.exitCode = failure === undefined && events.failure === undefined ? 0 : 1;
} finally {
  loader.remove();
}
