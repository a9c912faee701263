/**
 * Measures the comparison against pairs whose verdicts are known:
 * `npm run conformance -- <folder with index.jsonl and schemas.jsonl> [--json <file>] [--suite <name>]`
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../core/diagnostics/usage-error.ts';
import { type Judged, judgeCase, readCases } from './conformance/diff-case.ts';
import { type Summary, summarise } from './conformance/summarise.ts';
import { judgeSchemas } from './conformance-schemas.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, suite: { type: 'string' }, changes: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (folder === undefined) throw new UsageError('Name a folder that holds an index.jsonl.');

const start = performance.now();
const judged: Judged[] = [];
for (const one of readCases(folder)) {
  if (values.suite === undefined || one.name.startsWith(values.suite)) judged.push(judgeCase(folder, one));
}
const pairs = join(folder, 'schemas.jsonl');
const schemas = values.suite === undefined && existsSync(pairs) ? judgeSchemas(pairs) : undefined;
const summary = summarise(judged, schemas?.suites ?? {}, (performance.now() - start) / 1000);
print(judged, summary);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(summary, null, 2)}\n`);

function print(all: readonly Judged[], { suites, schemas: pairSuites, witnesses, crashes, seconds }: Summary): void {
  console.log('suite                total  agree missed  false  undec  consensus');
  for (const [name, { total, agree, missed, falseAlarms, undecided, consensus }] of Object.entries(suites)) {
    const numbers = [total, agree, missed, falseAlarms, undecided]
      .map((number) => String(number).padStart(6))
      .join(' ');
    console.log(`${name.padEnd(19)} ${numbers}  ${consensus.agree} of ${consensus.total}`);
  }
  for (const [name, { total, right, wrong, undecided }] of Object.entries(pairSuites)) {
    console.log(`${name.padEnd(19)} ${total} schema pairs, ${right} right, ${wrong} wrong, ${undecided} undecided`);
  }
  const { breaking, shown, checked } = witnesses;
  console.log(`witnesses           ${shown} of ${breaking} breaking schema changes, ${checked} of them checked`);
  console.log(`crashes             ${crashes}`);
  console.log(`seconds             ${seconds.toFixed(1)}`);
  for (const { name, question, answer, detail } of schemas?.disagreements ?? []) {
    console.log(`differs ${name}: ${question}, ${answer} here\n  ${detail}`);
  }
  for (const one of all) if (values.changes || one.disagrees) printCase(one);
}

function printCase({ name, verdict, ours, consensus, failure, changes, disagrees }: Judged): void {
  console.log(
    `${disagrees ? 'differs' : 'agrees'} ${name}: ${verdict} there, ${ours} here${consensus === true ? ' (consensus)' : ''}`,
  );
  if (failure !== undefined) console.log(`  ${failure}`);
  for (const { rule, verdict: weight, subject, message } of changes)
    console.log(`  ${weight} ${rule} ${subject}: ${message}`);
}
