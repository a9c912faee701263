import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { GeneratedFile } from '../../../generators/target.ts';

const root = join(import.meta.dirname, '../../..');

/** Every switch that a strict project may have turned on. */
const strictest = {
  ...{ target: 'es2022', strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true },
  ...{ noImplicitOverride: true, noImplicitReturns: true, noFallthroughCasesInSwitch: true, noUnusedLocals: true },
  ...{ noUnusedParameters: true, verbatimModuleSyntax: true, isolatedModules: true, erasableSyntaxOnly: true },
  ...{ noPropertyAccessFromIndexSignature: true, noEmit: true, skipLibCheck: true },
};

const modes = {
  /** A server with Node's own types. */
  nodenext: {
    ...{ module: 'nodenext', moduleResolution: 'nodenext', lib: ['es2022'], types: ['node'] },
    typeRoots: [join(root, 'node_modules/@types')],
  },
  /** A web page. */
  bundler: { module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom', 'dom.iterable'], types: [] },
};

/** What the compiler says about the files, an empty string for nothing. */
export function typeCheck(files: readonly GeneratedFile[], mode: keyof typeof modes): string {
  const folder = mkdtempSync(join(tmpdir(), 'ai2text-types-'));
  try {
    writeFiles(folder, files);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const compilerOptions = { ...strictest, ...modes[mode] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['**/*.ts'] }));
    const compiler = join(root, 'node_modules/typescript7/bin/tsc');
    const { stdout, stderr } = spawnSync(process.execPath, [compiler, '-p', '.'], { cwd: folder, encoding: 'utf8' });
    return stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function writeFiles(folder: string, files: readonly GeneratedFile[]): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
