/**
 * `npm run bench:validate [-- <folder>]`: whole-process CPU time of `validate` beside its peers, on the example petstore and on
 * the largest documents of a folder of OpenAPI documents.
 */
import { existsSync, globSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { measure } from './lib/measure.ts';
import { preparePeers } from './lib/peers.ts';
import { printTable } from './lib/table.ts';

const here = import.meta.dirname;
const root = join(here, '..');
const folder = process.argv[2];
const runs = Number(process.env.RUNS ?? 5);

preparePeers(here);
if (!existsSync(join(root, 'dist/cli/bin.js'))) throw new Error('Build first: npm run build');

const bin = (name: string) => join(here, 'node_modules/.bin', name);
const node = process.execPath;
const tools: Readonly<Record<string, (file: string) => string[]>> = {
  'ai2text-contracts': (file) => [
    node,
    join(root, 'dist/cli/bin.js'),
    'validate',
    '--no-cache',
    '--ruleset',
    'spec',
    '--',
    file,
  ],
  '@redocly/cli': (file) => [node, bin('redocly'), 'lint', '--config', join(here, 'redocly.yaml'), file],
  '@stoplight/spectral-cli': (file) => [node, bin('spectral'), 'lint', '--ruleset', join(here, 'spectral.yaml'), file],
};

const documents = [join(root, 'examples/petstore/openapi.yaml'), ...largest(folder)];
const rows = documents.flatMap((file) => {
  const costs = Object.entries(tools).map(([name, command]) => {
    const cost = measure(command(file), {
      cwd: here,
      runs: statSync(file).size > 1_000_000 ? Math.min(runs, 3) : runs,
    });
    return { name, cost };
  });
  const ours = costs[0]?.cost.cpu ?? 1;
  return costs.map(({ name, cost }, i) => [
    i === 0 ? `${basename(file)} (${Math.ceil(statSync(file).size / 1024)} KiB)` : '',
    name,
    cost.cpu.toFixed(0),
    cost.wall.toFixed(0),
    cost.memory.toFixed(0),
    `${(cost.cpu / ours).toFixed(1)}×`,
  ]);
});
console.log(printTable(['document', 'tool', 'CPU ms', 'wall ms', 'MiB', 'ratio'], rows));

const start = measure([node, join(root, 'dist/cli/bin.js'), '--version'], { cwd: root, runs: 9 });
const own = measure([node, join(root, 'dist/cli/bin.js'), 'validate', '--no-cache', 'contracts/'], {
  cwd: root,
  runs: 3,
});
const cached = measure([node, join(root, 'dist/cli/bin.js'), 'validate', 'contracts/'], { cwd: root, runs: 3 });
console.log(`\n--version: ${start.cpu.toFixed(0)} ms CPU`);
console.log(`validate contracts/: ${own.cpu.toFixed(0)} ms CPU without cache, ${cached.cpu.toFixed(0)} ms with`);

/** The five largest OpenAPI documents below a folder. */
function largest(path: string | undefined): string[] {
  if (path === undefined) return [];
  return globSync('**/*.{json,yaml,yml}', { cwd: resolve(path) })
    .map((file) => join(resolve(path), file))
    .filter((file) => file.includes('openapi'))
    .sort((a, b) => statSync(b).size - statSync(a).size)
    .slice(0, 5);
}
