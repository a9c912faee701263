import { basename, relative, resolve } from 'node:path';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import { targetIds } from '../../generators/index.ts';
import { renderTemplate } from '../../generators/render.ts';
import type { GeneratedFile } from '../../generators/target.ts';
import { bundledTemplate } from '../../generators/templates/bundled.ts';
import packageJson from '../../package.json' with { type: 'json' };
import type { Surroundings } from '../surroundings.ts';
import { makeFolder, refuseTaken, writeFiles } from './new-folder.ts';
import { printJson } from './print-json.ts';
import { refuseBadName } from './project-name.ts';

export interface NewTargetOptions {
  readonly name: string;
  /** The folder of the plugin; one of its name by default. */
  readonly output: string | undefined;
}

/** `new target`: returns the exit code. */
export async function newTarget({ name, output = name }: NewTargetOptions, world: Surroundings): Promise<number> {
  refuseBadName(name);
  if (targetIds.includes(name)) throw new UsageError(`There is a target "${name}" already. Choose another name.`);
  const folder = resolve(world.cwd, output);
  refuseTaken(folder, world.cwd);
  makeFolder(folder, (temporary) => writeFiles(temporary, newTargetFiles(name)));
  const shown = relative(world.cwd, folder) || basename(folder);
  const use = `ai2text-contracts generate contract.yaml --plugin ./${shown}/target.ts --target ${name} --output generated`;
  world.out.write(`${shown}  a plugin that brings the target ${name}\n\n  ${use}\n`);
  return 0;
}

/** A target in one file with its template, its test, and the package around them. */
export function newTargetFiles(name: string): readonly GeneratedFile[] {
  const render = (path: string, template: string): GeneratedFile => ({
    path,
    text: renderTemplate('new-target', template, { name }),
  });
  return [
    { path: 'package.json', text: printJson(manifest(name)) },
    { path: '.gitignore', text: 'node_modules/\n' },
    render('README.md', 'readme'),
    render('target.ts', 'target'),
    render('target.test.ts', 'target-test'),
    // Copied, not rendered: it is a template itself.
    { path: 'routes.hbs', text: bundledTemplate('new-target', 'routes') },
  ];
}

function manifest(name: string) {
  const { version, devDependencies } = packageJson;
  return {
    ...{ name, version: '0.1.0', description: 'A target for ai2text-contracts', private: true, type: 'module' },
    exports: './target.ts',
    engines: { node: '>=22.18' },
    scripts: { test: 'vitest run' },
    peerDependencies: { 'ai2text-contracts': `^${version}` },
    devDependencies: { 'ai2text-contracts': `^${version}`, vitest: devDependencies.vitest },
  };
}
