import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GeneratedFile } from '../../../generators/target.ts';

export interface Unit {
  readonly target: string;
  readonly files: readonly GeneratedFile[];
}

const checkout = fileURLToPath(new URL('../../../', import.meta.url));

const compilerOptions = {
  ...{ target: 'es2023', module: 'nodenext', moduleResolution: 'nodenext', noEmit: true, skipLibCheck: true },
  ...{ strict: true, noUnusedLocals: true, noUnusedParameters: true, exactOptionalPropertyTypes: true },
  ...{ noUncheckedIndexedAccess: true, verbatimModuleSyntax: true, isolatedModules: true, erasableSyntaxOnly: true },
  ...{ noImplicitReturns: true, noImplicitOverride: true, noPropertyAccessFromIndexSignature: true },
};

const libraries = {
  node: { lib: ['es2023'], types: ['node'] },
  web: { lib: ['es2023', 'dom', 'dom.iterable'], types: [] },
};

export interface CompileOptions {
  readonly compiler?: 'typescript7' | 'typescript';
  readonly library?: keyof typeof libraries;
}

/**
 * What the compiler says about the units, in one program. The runtime of a target is the same for each of its units and
 * is therefore compiled once.
 */
export function compileAll(units: readonly Unit[], options: CompileOptions = {}): string[] {
  const { compiler = 'typescript7', library = 'node' } = options;
  const folder = mkdtempSync(join(tmpdir(), 'ai2text-random-'));
  try {
    for (const [i, unit] of units.entries()) writeUnit(folder, `u${i}`, unit);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'));
    const settings = { compilerOptions: { ...compilerOptions, ...libraries[library] }, include: ['u*/*.ts'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
    const program = join(checkout, 'node_modules', compiler, 'bin/tsc');
    const { stdout } = spawnSync(process.execPath, [program, '-p', '.', '--pretty', 'false'], {
      ...{ cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 },
    });
    return stdout.split('\n').filter((line) => line !== '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeUnit(folder: string, name: string, { target, files }: Unit): void {
  mkdirSync(join(folder, name));
  for (const { path, text } of files) {
    const shared = path.startsWith('runtime/');
    const place = join(folder, shared ? target : name, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
  if (files.some(({ path }) => path.startsWith('runtime/'))) {
    symlinkSync(join(folder, target, 'runtime'), join(folder, name, 'runtime'));
  }
}
