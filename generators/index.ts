import type { Adapter } from './adapters/adapter.ts';
import type { Target } from './target.ts';

export type { Adapter } from './adapters/adapter.ts';
export { renderTemplateFile, type View, type ViewValue } from './render.ts';
export type {
  Generated,
  GeneratedFile,
  ImportExtension,
  Target,
  TargetOption,
  TargetOptions,
  TargetSettings,
} from './target.ts';
// What plugins print TypeScript with; docs/plugins.md describes it.
export { comment } from './typescript/comment.ts';
export { literal, stringLiteral } from './typescript/literal.ts';
export { functionName, NameScope, operationName, propertyKey, typeName } from './typescript/names.ts';
export { unsupported } from './unsupported.ts';

/** Every target by its id. Its code is loaded when it is asked for, so that the command line starts fast. */
const targets: Readonly<Record<string, () => Promise<Target>>> = {
  bundle: async () => (await import('./bundle/target.ts')).bundle,
  'contract-tests': async () => (await import('./contract-tests/target.ts')).contractTests,
  events: async () => (await import('./events/target.ts')).events,
  'fastapi-server': async () => (await import('./fastapi-server/target.ts')).fastapiServer,
  'hono-server': async () => (await import('./hono-server/target.ts')).honoServer,
  html: async () => (await import('./html/target.ts')).html,
  markdown: async () => (await import('./markdown/target.ts')).markdown,
  'python-client': async () => (await import('./python-client/target.ts')).pythonClient,
  'typescript-client': async () => (await import('./typescript-client/target.ts')).typescriptClient,
  'websocket-server': async () => (await import('./websocket-server/target.ts')).websocketServer,
};

/** Targets that somebody else's emitter prints, which the user has to install. */
const adapters: Readonly<Record<string, () => Promise<Adapter>>> = {
  'modelina-csharp': async () => (await import('./adapters/modelina.ts')).modelina('csharp'),
  'modelina-go': async () => (await import('./adapters/modelina.ts')).modelina('go'),
  'modelina-java': async () => (await import('./adapters/modelina.ts')).modelina('java'),
  'modelina-kotlin': async () => (await import('./adapters/modelina.ts')).modelina('kotlin'),
  'modelina-rust': async () => (await import('./adapters/modelina.ts')).modelina('rust'),
  'modelina-typescript': async () => (await import('./adapters/modelina.ts')).modelina('typescript'),
  oazapfts: async () => (await import('./adapters/oazapfts.ts')).oazapfts,
  'openapi-typescript': async () => (await import('./adapters/openapi-typescript.ts')).openapiTypescript,
};

export const ownTargetIds: readonly string[] = Object.keys(targets);
export const adapterIds: readonly string[] = Object.keys(adapters);
export const targetIds: readonly string[] = [...ownTargetIds, ...adapterIds];

/** The target of that name, our own or an adapter; undefined when there is none. */
export async function loadTarget(id: string): Promise<Target | Adapter | undefined> {
  return (await loadOwnTarget(id)) ?? (await loadAdapter(id));
}

export async function loadOwnTarget(id: string): Promise<Target | undefined> {
  return Object.hasOwn(targets, id) ? targets[id]?.() : undefined;
}

export async function loadAdapter(id: string): Promise<Adapter | undefined> {
  return Object.hasOwn(adapters, id) ? adapters[id]?.() : undefined;
}
