import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GeneratedFile } from '../../generators/target.ts';

export type Compiler = 'typescript7' | 'typescript';

/** The files of one target for one document, in a folder of their own. */
export interface Unit {
  /** Such as `d12/hono-server`. */
  readonly folder: string;
  readonly files: readonly GeneratedFile[];
}

const checkout = fileURLToPath(new URL('../../', import.meta.url));

const compilerOptions = {
  ...{ target: 'es2023', lib: ['es2023'], types: ['node'], module: 'nodenext', moduleResolution: 'nodenext' },
  ...{ strict: true, noUnusedLocals: true, noUnusedParameters: true, exactOptionalPropertyTypes: true },
  ...{ noUncheckedIndexedAccess: true, verbatimModuleSyntax: true, isolatedModules: true },
  ...{ noEmit: true, skipLibCheck: true },
};

/**
 * The first complaint about each unit that does not compile, by its folder. All units are one program; `changed` are
 * compiler options that differ from the usual ones.
 */
export function compile(units: readonly Unit[], compiler: Compiler, changed: object = {}): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'ai2text-generated-'));
  try {
    for (const unit of units) writeUnit(join(folder, unit.folder), unit.files);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { ...compilerOptions, ...changed }, include: ['d*/**/*.ts'] }),
    );
    const program = join(checkout, 'node_modules', compiler, 'bin/tsc');
    // Documents with thousands of operations want more than the usual heap.
    const run = [`--max-old-space-size=8192`, program, '-p', '.', '--pretty', 'false'];
    const { status, stdout, stderr } = spawnSync(process.execPath, run, {
      ...{ cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 },
    });
    if (status === 0) return new Map();
    const complaints = complaintsIn(stdout, units);
    if (complaints.size === 0) return blame(units, compiler, changed, `${stdout}${stderr}`);
    if (![...complaints.values()].some(isSyntactic)) return complaints;
    // As long as one file cannot be parsed, the compiler does not look at the types of any.
    const rest = units.filter((unit) => !complaints.has(unit.folder));
    return rest.length === 0 ? complaints : new Map([...complaints, ...compile(rest, compiler, changed)]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function complaintsIn(output: string, units: readonly Unit[]): Map<string, string> {
  const complaints = new Map<string, string>();
  const folders = new Set(units.map((unit) => unit.folder));
  for (const line of output.split('\n')) {
    const [, folder = '', complaint = ''] = /^(d\d+\/[\w-]+)\/(.+)$/.exec(line) ?? [];
    if (folders.has(folder) && !complaints.has(folder)) complaints.set(folder, complaint);
  }
  return complaints;
}

function isSyntactic(complaint: string): boolean {
  return /error TS1\d{3}:/.test(complaint);
}

/** A compiler that gave up names nobody: each half tells whose fault it is. */
function blame(
  units: readonly Unit[],
  compiler: Compiler,
  changed: object,
  output: string,
): ReadonlyMap<string, string> {
  const [only] = units;
  if (only === undefined) return new Map();
  if (units.length === 1) return new Map([[only.folder, output.trim().slice(0, 500) || 'the compiler gave up']]);
  const middle = units.length >> 1;
  const halves = [units.slice(0, middle), units.slice(middle)];
  return new Map(halves.flatMap((half) => [...compile(half, compiler, changed)]));
}

function writeUnit(folder: string, files: readonly GeneratedFile[]): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
