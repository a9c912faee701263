/**
 * Generates code from documents by other people and holds it against the compiler; so does every emitter by other people
 * that is installed, from the same documents, raw and prepared. `--peers` installs them beside the benchmarks, `--own` leaves them out.
 * `npm run conformance:generate -- <folder with index.tsv> [--json <file>] [--only <part of a path>] [--peers | --own]`
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchFolder, emitters, versionOf } from '../bench/emitters/index.ts';
import { preparePeers } from '../bench/lib/peers.ts';
import type { Contract } from '../core/contract/model.ts';
import { UsageError } from '../core/diagnostics/usage-error.ts';
import { loadOwnTarget, ownTargetIds } from '../generators/index.ts';
import { defaultTargetOptions, type GeneratedFile, type Target } from '../generators/target.ts';
import { readCaseTable } from './conformance/case-table.ts';
import { type Compiler, compile, type Unit } from './conformance-generate/compile.ts';
import { countAny } from './conformance-generate/count-any.ts';
import { readDocument } from './conformance-generate/documents.ts';
import { Emitted } from './conformance-generate/emitted.ts';
import { type Failure, type Outcome, printSummary, summarise } from './conformance-generate/summary.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, only: { type: 'string' }, peers: { type: 'boolean' }, own: { type: 'boolean' } },
});
const [folder] = positionals;
if (folder === undefined) throw new UsageError('Name a folder that holds an index.tsv.');

/** What one batch may hold, so that the compiler's memory stays bounded. */
const batchBytes = 24_000_000;
/** Every so many documents are compiled with TypeScript 5.9 as well. */
const sampleStep = 10;

const measured = ['typescript-client', 'hono-server', 'events'].filter((id) => ownTargetIds.includes(id));
const measuredEmitters = new Set(['openapi-typescript', 'oazapfts', 'modelina', 'hey-api', 'orval']);
const targets: Target[] = [];
for (const id of measured) {
  const target = await loadOwnTarget(id);
  if (target !== undefined) targets.push(target);
}

if (values.peers) preparePeers(benchFolder);
const compared = values.own ? [] : emitters.filter(({ name }) => measuredEmitters.has(name));
const missing = compared.filter((emitter) => versionOf(emitter) === undefined).map(({ name }) => name);
if (missing.length > 0) console.log(`skipped, as they are not installed (--peers does it): ${missing.join(', ')}`);
const emitted = compared.filter(({ name }) => !missing.includes(name)).map((emitter) => new Emitted(emitter));

const outcomes: Outcome[] = [];
let batch: Made[] = [];
let documents = 0;
for (const one of readCaseTable(folder).filter(({ path }) => path.includes(values.only ?? ''))) {
  const document = await readDocument(folder, one);
  if (document.kind === 'invalid') continue;
  documents++;
  if (document.kind === 'contract') {
    const { kind } = document.contract;
    batch.push(...madeFrom(one.path, document.contract));
    for (const each of emitted) if (each.emitter.accepts === kind) await each.add(folder, one.path);
  } else {
    for (const { id } of targets) outcomes.push(failed(one.path, id, { stage: 'read', message: document.message }));
  }
  if (batch.reduce((sum, { bytes }) => sum + bytes, 0) > batchBytes) compileBatch();
}
compileBatch();

const adapters = Object.fromEntries(emitted.map((each) => [each.emitter.name, each.finish()]));
const summary = summarise(documents, measured, outcomes, adapters);
console.log(printSummary(summary));
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(summary, null, 2)}\n`);

interface Made extends Unit {
  readonly outcome: Outcome;
  readonly sampled: boolean;
  readonly bytes: number;
}

/** The output of each target that takes the document. One that fails is an outcome already. */
function madeFrom(path: string, contract: Contract): Made[] {
  return targets
    .filter((target) => target.accepts.includes(contract.kind))
    .flatMap((target) => {
      const before = process.cpuUsage();
      try {
        const { files } = target.generate(contract, defaultTargetOptions);
        const { user, system } = process.cpuUsage(before);
        const any = files.reduce((sum, { text }) => sum + countAny(text), 0);
        const outcome = { path, target: target.id, failure: undefined, cpuMs: (user + system) / 1000, any };
        const sampled = documents % sampleStep === 1;
        return [{ folder: `d${documents}/${target.id}`, files, outcome, sampled, bytes: bytesOf(files) }];
      } catch (error) {
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
        outcomes.push(failed(path, target.id, { stage: 'generate', message }));
        return [];
      }
    });
}

function compileBatch(): void {
  const newest = complaints(batch, 'typescript7', 'type-check');
  const sample = batch.filter(({ folder, sampled }) => sampled && !newest.has(folder));
  const older = complaints(sample, 'typescript', 'type-check 5.9');
  for (const { folder, outcome } of batch) {
    outcomes.push({ ...outcome, failure: newest.get(folder) ?? older.get(folder) });
  }
  batch = [];
}

function complaints(units: readonly Unit[], compiler: Compiler, stage: Failure['stage']): Map<string, Failure> {
  if (units.length === 0) return new Map();
  return new Map([...compile(units, compiler)].map(([unit, message]) => [unit, { stage, message }]));
}

function failed(path: string, target: string, failure: Failure): Outcome {
  return { path, target, failure, cpuMs: 0, any: 0 };
}

function bytesOf(files: readonly GeneratedFile[]): number {
  return files.reduce((sum, { text }) => sum + text.length, 0);
}
