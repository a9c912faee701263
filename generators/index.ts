/** Every target by its id. A target's code is loaded when it is asked for, so that the command line starts fast. */
import type { Target } from './target.ts';

export type { Generated, GeneratedFile, ImportExtension, Target, TargetOptions } from './target.ts';

const loaders: Readonly<Record<string, () => Promise<Target>>> = {
  'typescript-client': async () => (await import('./typescript-client/target.ts')).typescriptClient,
};

export const targetIds: readonly string[] = Object.keys(loaders);

/** The target of that name; undefined when there is none. */
export async function loadTarget(id: string): Promise<Target | undefined> {
  return Object.hasOwn(loaders, id) ? loaders[id]?.() : undefined;
}
