/**
 * `npm run bench:diff [-- <before> <after>]`: what a comparison costs when nothing, one thing and everything changed, on
 * generated documents, and on two documents of your own. Each line is the median of up to eleven comparisons in a process of
 * its own, in milliseconds of CPU time, which other work on the machine disturbs least.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { printTable } from './lib/table.ts';

interface Result {
  readonly nodes: number;
  readonly load: number;
  readonly compare: number;
  readonly memory: number;
  readonly changes: number;
}

const edits = ['none', 'one', 'all'] as const;
const words = { none: 'no change', one: 'one change', all: 'everything changed' };
const cases: readonly (readonly [name: string, ...args: readonly string[]])[] = [
  ...edits.map((edit) => [`500 operations, ${words[edit]}`, 'plain', edit] as const),
  ...edits.flatMap((edit) =>
    [1_000, 2_500, 5_000].map(
      (size) =>
        [`${size.toLocaleString('en')} schemas in cycles, ${words[edit]}`, 'cyclic', edit, String(size)] as const,
    ),
  ),
];
const [before, after] = process.argv.slice(2);
const own = before === undefined || after === undefined ? [] : [['your documents', 'files', before, after] as const];

const rows = [...cases, ...own].map(([name, ...args]) => {
  const run = spawnSync(process.execPath, [join(import.meta.dirname, 'diff/one-case.ts'), ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (run.status !== 0) {
    console.error(run.stderr);
    return [name, '', '', 'failed', '', '', ''];
  }
  // The other end is a few lines away, in one-case.ts.
  const { nodes, load, compare, memory, changes } = JSON.parse(run.stdout) as Result;
  return [
    name,
    nodes.toLocaleString('en'),
    load.toFixed(0),
    compare.toFixed(1),
    Math.round(nodes / compare).toLocaleString('en'),
    memory.toFixed(0),
    changes.toLocaleString('en'),
  ];
});
console.log(printTable(['document', 'nodes', 'load ms', 'compare ms', 'nodes/ms', 'MiB', 'changes'], rows));
