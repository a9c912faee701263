/** Builds `dist/`, what the package ships: compiled meta-schemas, JavaScript with declarations, templates, runtimes. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundle } from './build/bundle.ts';

const root = join(import.meta.dirname, '..');

run('scripts/build-metaschemas.ts');
rmSync(join(root, 'dist'), { recursive: true, force: true });
run('node_modules/typescript7/bin/tsc', '-p', 'tsconfig.build.json', '--emitDeclarationOnly');
await bundle(root, ['cli/bin.ts', 'core/index.ts', 'generators/index.ts']);
copy('core/structure/compiled/*.js');
copy('templates/**/*.hbs');
copy('generators/**/runtime/**/*.{ts,py}');
copy('cli/config/config.schema.json');
writeFileSync(join(root, 'dist/build-id'), buildId());

function run(script: string, ...args: string[]): void {
  execFileSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit' });
}

/** Generated code contains the runtimes as they were written, so their source text ships beside the compiled code. */
function copy(pattern: string): void {
  for (const path of globSync(pattern, { cwd: root })) {
    const target = join(root, 'dist', path);
    if (!existsSync(dirname(target))) mkdirSync(dirname(target), { recursive: true });
    cpSync(join(root, path), target);
  }
}

/** Names this very build, templates and runtimes included: results that an older one has cached are not those of this one. */
function buildId(): string {
  const hash = createHash('sha256');
  for (const path of globSync('dist/**/*.{js,hbs,json,py,ts}', { cwd: root }).sort())
    hash.update(readFileSync(join(root, path)));
  return hash.digest('base64url');
}
