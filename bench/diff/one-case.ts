/** One line of the table, as JSON: called by `bench/diff.ts` in a process of its own, so that memory is its own too. */
import { readFileSync } from 'node:fs';
import { compareContracts } from '../../core/compat/index.ts';
import { detectDialect } from '../../core/contract/dialect.ts';
import type { Contract } from '../../core/contract/model.ts';
import { readContract } from '../../core/contract/read.ts';
import type { Json } from '../../core/source/json.ts';
import { Node } from '../../core/source/node.ts';
import { Workspace } from '../../core/source/workspace.ts';
import { cyclicDocument, type Edit, plainDocument } from './documents.ts';

const mostRuns = 11;
const longest = 10_000;
const [kind, first = '', second = ''] = process.argv.slice(2);
const [old, current] = textsOf();
const started = performance.now();
const before = read('before.json', old);
const after = read('after.json', current);
const load = (performance.now() - started) / 2;
const times: number[] = [];
let changes = 0;
for (const begun = performance.now(); times.length < mostRuns && performance.now() - begun < longest; ) {
  const start = process.cpuUsage();
  changes = compareContracts(before, after, { profile: 'standard', eventMode: 'ACTION' }).length;
  const { user, system } = process.cpuUsage(start);
  times.push((user + system) / 1000);
}
times.sort((a, b) => a - b);
const nodes = countNodes(after.root.value);
// Of the whole process, both documents included; in KiB on every system.
const memory = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ nodes, load, compare: times[times.length >> 1], memory, changes }));

function textsOf(): readonly [string, string] {
  if (kind === 'files') return [readFileSync(first, 'utf8'), readFileSync(second, 'utf8')];
  const edit: Edit = first === 'one' || first === 'all' ? first : 'none';
  const make = (how: Edit) => (kind === 'cyclic' ? cyclicDocument(how, Number(second)) : plainDocument(how));
  return [JSON.stringify(make('none')), JSON.stringify(make(edit))];
}

function read(path: string, text: string): Contract {
  const workspace = new Workspace({ files: { read: (other) => ({ refusal: `points to ${other}` }) } });
  const root = workspace.add(path, text);
  if (!(root instanceof Node)) throw new Error(`${path} cannot be read.`);
  const dialect = detectDialect(root);
  if ('rule' in dialect) throw new Error(dialect.message);
  return readContract(root, dialect, workspace).contract;
}

function countNodes(value: Json): number {
  if (typeof value !== 'object' || value === null) return 1;
  let count = 1;
  for (const child of Object.values(value)) count += countNodes(child);
  return count;
}
