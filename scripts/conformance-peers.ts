/**
 * Compares our verdicts with those of the parsers that most tools build on:
 * `npm run conformance:peers -- <folder with index.tsv>`
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printLocation } from '../core/diagnostics/location.ts';
import { UsageError } from '../core/diagnostics/usage-error.ts';
import { readCaseTable } from './conformance/case-table.ts';
import { judgeDocument } from './conformance/judge-document.ts';
import { isAsyncApi, secondOpinion } from './conformance/second-opinion.ts';

interface Compared {
  readonly path: string;
  readonly peer: 'swagger-parser' | 'asyncapi/parser';
  readonly known: string;
  readonly ours: 'valid' | 'invalid';
  readonly theirs: 'valid' | 'invalid';
  /** The first reason of whoever rejects the document. */
  readonly why: string;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new UsageError('Name a folder that holds an index.tsv.');

const compared: Compared[] = [];
for (const { path, verdict } of readCaseTable(folder)) {
  const { errors, fragment } = await judgeDocument(folder, path);
  if (fragment) continue;
  const { verdict: theirs, reasons } = await secondOpinion(folder, path);
  const ours = errors.length > 0 ? 'invalid' : 'valid';
  const [error] = errors;
  const why =
    error === undefined ? (reasons[0] ?? '') : `${printLocation(error.location)} ${error.rule} ${error.message}`;
  const peer = isAsyncApi(readFileSync(join(folder, path), 'utf8')) ? 'asyncapi/parser' : 'swagger-parser';
  compared.push({ path, peer, known: verdict, ours, theirs, why });
}

for (const peer of ['swagger-parser', 'asyncapi/parser'] as const) print(peer);

function print(peer: Compared['peer']): void {
  const all = compared.filter((one) => one.peer === peer);
  const apart = all.filter(({ ours, theirs }) => ours !== theirs);
  console.log(
    `@${peer === 'swagger-parser' ? 'apidevtools/' : ''}${peer}: ${all.length - apart.length} of ${all.length} agree`,
  );
  for (const { path, known, ours, why } of apart) {
    console.log(`  ${ours === 'invalid' ? 'we reject  ' : 'they reject'} ${path} (known as ${known})`);
    console.log(`    ${why.slice(0, 300)}`);
  }
}
