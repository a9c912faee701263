import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { ImportExtension } from '../../../generators/target.ts';
import type { Written } from './generate.ts';

const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript7/package.json')), 'bin/tsc');

const strict = {
  ...{ target: 'es2023', noEmit: true, strict: true, noUnusedLocals: true, noUnusedParameters: true },
  ...{ exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noImplicitReturns: true },
  ...{ verbatimModuleSyntax: true, erasableSyntaxOnly: true, noPropertyAccessFromIndexSignature: true },
  skipLibCheck: true,
};

const node = { module: 'nodenext', moduleResolution: 'nodenext', lib: ['es2023'], types: ['node'] };

/** The ways in which generated code is used: its imports end differently in each. */
export const settings = [
  ['nodenext', '.js', node],
  ['type stripping', '.ts', { ...node, allowImportingTsExtensions: true }],
  [
    'a bundler and the DOM',
    '',
    { module: 'esnext', moduleResolution: 'bundler', lib: ['es2023', 'dom', 'dom.iterable'], types: [] },
  ],
] as const satisfies ReadonlyArray<readonly [string, ImportExtension, object]>;

/** The compiler's complaints, none for programs that are right. Extra files go into the first folder. */
export async function compile(
  written: Written,
  options: object,
  files: Readonly<Record<string, string>> = {},
  others: readonly Written[] = [],
): Promise<string[]> {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(written.folder, name), text);
  const config = {
    compilerOptions: { ...strict, ...options },
    include: [written, ...others].flatMap(({ folder }) => [`${folder}/*.ts`, `${folder}/*/*.ts`]),
    exclude: [written, ...others].map(({ folder }) => `${folder}/node_modules`),
  };
  writeFileSync(join(written.folder, 'tsconfig.json'), JSON.stringify(config));
  try {
    await promisify(execFile)(process.execPath, [tsc, '-p', '.'], { cwd: written.folder });
    return [];
  } catch (error) {
    // The compiler prints its complaints to standard output and exits with 1 or 2.
    return (error as { stdout: string }).stdout.trim().split('\n');
  }
}
