/**
 * A process that a test kills: it publishes two events in the folder that it is given and begins to work on one, without an
 * end.
 */
import { openEmbedded } from '../../database/embedded.ts';
import { openDatabaseBus } from '../../events/database-bus/database-bus.ts';

const database = await openEmbedded({ folder: process.argv[2] });
const bus = await openDatabaseBus(database);
const address = { template: 'kept', parameters: {} };
for (const id of ['first', 'second']) {
  await bus.publish({ address, id, headers: { n: id }, body: new TextEncoder().encode(id) });
}
await bus.subscribe('kept', { durable: 'worker', concurrency: 1 }, () => {
  process.stdout.write('working\n');
  return new Promise<void>(() => undefined);
});
