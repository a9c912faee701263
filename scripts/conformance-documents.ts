/**
 * Measures validation against documents whose verdicts are known:
 * `npm run conformance:documents -- <folder with index.tsv> [--json <file>]`
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Diagnostic } from '../core/diagnostics/diagnostic.ts';
import { printLocation } from '../core/diagnostics/location.ts';
import { UsageError } from '../core/diagnostics/usage-error.ts';
import { type Case, readCaseTable, type Verdict } from './conformance/case-table.ts';
import { type Judgement, judgeDocument } from './conformance/judge-document.ts';

type Judged = Case & Judgement;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
const [folder] = positionals;
if (folder === undefined) throw new UsageError('Name a folder that holds an index.tsv.');

const judged: Judged[] = [];
for (const one of readCaseTable(folder)) judged.push({ ...one, ...(await judgeDocument(folder, one.path)) });

const summary = summarise(judged);
print(judged, summary);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(summary, null, 2)}\n`);

function summarise(all: readonly Judged[]) {
  const [valid, invalid, unread] = [of(all, 'valid'), of(all, 'invalid'), of(all, 'unread')];
  const caught = invalid.filter(({ errors }) => errors.length > 0);
  const times = all.map(({ cpuMs }) => cpuMs).sort((a, b) => a - b);
  return {
    documents: all.length,
    read: all.filter(({ read }) => read).length,
    valid: {
      total: valid.length,
      rejected: valid
        .filter(({ errors }) => errors.length > 0)
        .map(({ path, errors }) => ({ path, findings: errors.map(printFinding) })),
    },
    invalid: {
      total: invalid.length,
      caught: caught.length,
      positioned: caught.filter(({ positioned }) => positioned).length,
      missed: invalid.filter(({ errors }) => errors.length === 0).map(({ path }) => path),
    },
    unread: { total: unread.length, withErrors: unread.filter(({ errors }) => errors.length > 0).length },
    cpuMs: { median: round(times[times.length >> 1] ?? 0), max: round(times.at(-1) ?? 0) },
  };
}

function print(
  all: readonly Judged[],
  { documents, read, valid, invalid, unread, cpuMs }: ReturnType<typeof summarise>,
): void {
  const fragments = all.filter(({ fragment }) => fragment).length;
  console.log(`documents   ${documents}, of which ${read} were read as contracts and ${fragments} claim to be none`);
  console.log(`valid       ${valid.total}, of which ${valid.rejected.length} rejected`);
  for (const { path, findings } of valid.rejected) printPart(path, findings);
  console.log(
    `invalid     ${invalid.total}, of which ${invalid.caught} caught, ${invalid.positioned} of them with a position`,
  );
  for (const spec of ['openapi', 'asyncapi']) {
    const cases = of(all, 'invalid').filter((one) => specOf(one) === spec);
    const caught = cases.filter(({ errors }) => errors.length > 0).length;
    console.log(`  ${spec.padEnd(9)} ${caught} of ${cases.length} (${percent(caught, cases.length)})`);
  }
  for (const path of invalid.missed) console.log(`  missed ${path}`);
  const unresolved = of(all, 'unresolved');
  console.log(
    `unresolved  ${unresolved.length}, of which ${unresolved.filter(({ errors }) => errors.length > 0).length} with errors`,
  );
  console.log(`unread      ${unread.total}, of which ${unread.withErrors} with errors`);
  for (const { path, errors } of of(all, 'unread')) if (errors.length > 0) printPart(path, errors.map(printFinding));
  console.log(`cpu ms      median ${cpuMs.median}, max ${cpuMs.max}`);
}

function printPart(path: string, findings: readonly string[]): void {
  console.log(`  ${path}`);
  for (const finding of findings.slice(0, 10)) console.log(`    ${finding}`);
  if (findings.length > 10) console.log(`    … and ${findings.length - 10} more`);
}

function printFinding({ location, rule, message }: Diagnostic): string {
  return `${printLocation(location)} ${rule} ${message}`;
}

function of(all: readonly Judged[], verdict: Verdict): readonly Judged[] {
  return all.filter((one) => one.verdict === verdict);
}

/** The spec column may be a bare version or unknown; the path then tells. */
function specOf({ spec, path }: Case): string {
  return /asyncapi/i.test(spec) || (spec === '?' && /asyncapi/i.test(path)) ? 'asyncapi' : 'openapi';
}

function percent(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`;
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
