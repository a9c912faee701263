import type { Target } from './target.ts';

export type { Generated, GeneratedFile, ImportExtension, Target, TargetOptions } from './target.ts';

/** Every target by its id. Its code is loaded when it is asked for, so that the command line starts fast. */
const loaders: Readonly<Record<string, () => Promise<Target>>> = {
  'contract-tests': async () => (await import('./contract-tests/target.ts')).contractTests,
  'hono-server': async () => (await import('./hono-server/target.ts')).honoServer,
  'typescript-client': async () => (await import('./typescript-client/target.ts')).typescriptClient,
};

export const targetIds: readonly string[] = Object.keys(loaders);

/** The target of that name; undefined when there is none. */
export async function loadTarget(id: string): Promise<Target | undefined> {
  return Object.hasOwn(loaders, id) ? loaders[id]?.() : undefined;
}
