/**
 * `npm run bench:generate [-- <folder with index.tsv>] [--json <file>] [--cold]`: what it costs to generate, beside hey-api, orval and
 * openapi-typescript: whole processes and warm ones, CPU time, memory and the size of what comes out, on the petstore, our
 * own contracts, a document of 5,000 operations and the six largest valid documents of a folder.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchFolder } from './emitters/index.ts';
import { sizeOf, writeDocuments } from './generate/documents.ts';
import { type Tool, tools } from './generate/tools.ts';
import { measure } from './lib/measure.ts';
import { preparePeers } from './lib/peers.ts';
import { printTable } from './lib/table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    operations: { type: 'string', default: '5000' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string' },
    cold: { type: 'boolean' },
  },
});

interface Figure {
  readonly document: string;
  readonly kib: number;
  readonly tool: string;
  /** Undefined when the tool fails on the document. */
  readonly cost?: { cpu: number; wall: number; memory: number; warm: number; output: number };
}

preparePeers(benchFolder);
if (!existsSync(join(benchFolder, '../dist/cli/bin.js'))) throw new Error('Build first: npm run build');
const scratch = mkdtempSync(join(tmpdir(), 'ai2text-bench-'));
const figures: Figure[] = [];
try {
  for (const document of writeDocuments(scratch, positionals[0], Number(values.operations))) {
    if (values.only !== undefined && !document.includes(values.only)) continue;
    for (const tool of tools) figures.push(figureOf(tool, document));
    const done = figures
      .slice(-tools.length)
      .map(({ tool, cost }) => `${tool} ${cost?.cpu.toFixed(0) ?? 'fails'} (${cost?.warm.toFixed(0) ?? ''} warm)`);
    console.error(`${document}: ${done.join(', ')}`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
print();
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);

function figureOf(tool: Tool, document: string): Figure {
  const size = statSync(join(scratch, document)).size;
  const what = { document, kib: Math.ceil(size / 1024), tool: tool.name };
  const output = join(scratch, 'out');
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output);
  const runs = size > 300_000 ? Math.min(Number(values.runs), 3) : Number(values.runs);
  const cost = measure([process.execPath, ...tool.command(document, output)], { cwd: scratch, runs });
  if (cost.exitCode !== 0 || readdirSync(output).length === 0) return what;
  const bytes = sizeOf(output);
  const { cpu, wall, memory } = cost;
  const warm = values.cold ? Number.NaN : warmCpu(tool, document);
  return { ...what, cost: { cpu, wall, memory, warm, output: bytes } };
}

function warmCpu(tool: Tool, document: string): number {
  // A folder of its own: a generator does not write over what another one has made.
  const output = join(scratch, 'warm', `${tool.name}-${document}`);
  const { stdout, status } = spawnSync(
    process.execPath,
    [join(benchFolder, 'generate/warm.ts'), tool.name, document, output],
    { cwd: scratch, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  // Some tools print on the way; the figure is the last line.
  return status === 0 ? Number(stdout.trim().split('\n').at(-1)) : Number.NaN;
}

function print(): void {
  const rows = figures.map(({ document, kib, tool, cost }, i) => {
    const first = figures[i - 1]?.document !== document ? `${document} (${kib} KiB)` : '';
    if (cost === undefined) return [first, tool, 'fails', '', '', '', '', ''];
    const ours = figures.find((one) => one.document === document && one.tool === 'typescript-client')?.cost?.cpu;
    const numbers = [cost.cpu, cost.wall, cost.warm, cost.memory, cost.output / 1024].map((value) => value.toFixed(0));
    return [first, tool, ...numbers, ours === undefined ? '' : `${(cost.cpu / ours).toFixed(1)}×`];
  });
  console.log(printTable(['document', 'tool', 'CPU ms', 'wall ms', 'warm CPU ms', 'MiB', 'output KiB', 'ratio'], rows));
}
