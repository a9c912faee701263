import { runtimeFiles } from '../../runtime-files.ts';
import type { GeneratedFile, TargetOptions } from '../../target.ts';
import type { ValuePlan } from './value-plan.ts';

/** The client's runtime for contracts with such values: here, `json.ts` converts them. */
export function withValues(
  runtime: readonly GeneratedFile[],
  { converts }: ValuePlan,
  { importExtension }: TargetOptions,
): readonly GeneratedFile[] {
  const own = runtimeFiles(folder, importExtension)
    .filter(({ path }) => converts || path === 'runtime/branded.ts')
    .map(({ path, text }) => ({
      path,
      text: text.replaceAll(/ from '\.\.\/\.\.\/runtime\/([\w-]+)(?:\.\w+)?';/g, ` from './$1${importExtension}';`),
    }));
  const replaced = new Set(own.map(({ path }) => path));
  return [...runtime.filter(({ path }) => !replaced.has(path)), ...own].sort((a, b) => (a.path < b.path ? -1 : 1));
}

const folder = new URL('./runtime/', import.meta.url);
