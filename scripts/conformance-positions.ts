/**
 * Plants known faults in other people's documents and looks for a finding at the exact place of each:
 * `npm run conformance:positions -- <folder with index.tsv> [--count 200] [--seed 1] [--json <file>]`
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { UsageError } from '../core/diagnostics/usage-error.ts';
import { projectFiles } from '../core/source/files.ts';
import { checkPlanted } from '../tests/robustness/planting/check-planted.ts';
import { readCaseTable } from './conformance/case-table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new UsageError('Name a folder that holds an index.tsv.');

// Only in sound documents is the planted fault the one that has to be found.
const paths = readCaseTable(folder)
  .filter(({ verdict }) => verdict === 'valid' || verdict === 'unread')
  .map(({ path }) => path);
const { planted, missed } = await checkPlanted(projectFiles(folder), paths, {
  count: Number(values.count),
  seed: Number(values.seed),
});
const total = Object.values(planted).reduce((sum, count) => sum + count, 0);
for (const [kind, count] of Object.entries(planted).sort()) console.log(`${kind.padEnd(20)} ${count}`);
for (const miss of missed) console.log(`missed ${miss}`);
console.log(`planted ${total}, found at the exact place ${total - missed.length}`);
if (values.json !== undefined) {
  writeFileSync(
    values.json,
    `${JSON.stringify({ planted: total, found: total - missed.length, byKind: planted, missed }, null, 2)}\n`,
  );
}
process.exitCode = missed.length === 0 ? 0 : 1;
