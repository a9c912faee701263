/**
 * Puts texts that would run as code into every place of a document, generates from each, and runs the result in a realm with
 * canaries: `npm run conformance:injection [-- --peers] [--about <n>] [--only <name> …] [--json <file>]`
 * `--about` takes evenly that many of the documents, all by default. `--peers` sends the same documents through generators by
 * other people, which it installs beside the benchmarks.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchFolder, emitters, versionOf } from '../bench/emitters/index.ts';
import { preparePeers } from '../bench/lib/peers.ts';
import { printTable } from '../bench/lib/table.ts';
import { hostileDocuments } from '../tests/generators/injection/hostile-documents.ts';
import { plainDocument } from './conformance-injection/plain-documents.ts';
import type { Tally } from './conformance-injection/tally.ts';
import { tallyEmitter } from './conformance-injection/tally-emitter.ts';
import { tallyTarget } from './conformance-injection/tally-target.ts';

const { values } = parseArgs({
  options: {
    peers: { type: 'boolean' },
    about: { type: 'string', default: 'Infinity' },
    only: { type: 'string', multiple: true },
    json: { type: 'string' },
  },
});
// What generated code leaves unawaited may fail: the stand-ins that it gets are good for nothing.
process.on('unhandledRejection', () => undefined);

const documents = { openapi: documentsOf('openapi'), asyncapi: documentsOf('asyncapi') };
const wanted = (name: string) => values.only === undefined || values.only.includes(name);

const targets = [
  { id: 'typescript-client', inputs: ['openapi', 'asyncapi'] },
  { id: 'hono-server', inputs: ['openapi'] },
  { id: 'events', inputs: ['asyncapi'] },
  { id: 'websocket-server', inputs: ['asyncapi'] },
  { id: 'contract-tests', inputs: ['openapi', 'asyncapi'] },
] as const;

const tallies: Tally[] = [];
for (const { id, inputs } of targets.filter((target) => wanted(target.id))) {
  for (const input of inputs) note(await tallyTarget(id, input, documents[input]));
}

if (values.peers) preparePeers(benchFolder);
for (const emitter of emitters.filter(({ name }) => wanted(name))) {
  if (versionOf(emitter) === undefined) {
    console.error(`${emitter.name} is skipped: it is not installed (--peers does it)`);
    continue;
  }
  const hostile = documents[emitter.accepts === 'http' ? 'openapi' : 'asyncapi'];
  if (values.peers) note(await tallyEmitter(emitter, 'raw', hostile));
  if (emitter.adapter !== undefined) note(await tallyEmitter(emitter, 'prepared', hostile));
}

const header = ['generator', 'documents', 'generated', 'does not parse', 'canary', 'outside'];
console.log(printTable(header, tallies.map(rowOf)));
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(tallies, null, 2)}\n`);

function documentsOf(name: 'openapi' | 'asyncapi') {
  const all = hostileDocuments(name, plainDocument(name));
  const step = Math.max(1, Math.floor(all.length / Number(values.about)));
  return all.filter((_, i) => i % step === 0);
}

function note(tally: Tally): void {
  tallies.push(tally);
  console.error(`${rowOf(tally).join('  ')}`);
}

function rowOf({ name, version, input, form, documents, generated, unparsable, alarmed, strayed }: Tally): string[] {
  const what = [name, version, input, form === 'prepared' ? form : ''].filter((part) => part !== '').join(' ');
  return [what, ...[documents, generated, unparsable, alarmed, strayed].map(String)];
}
