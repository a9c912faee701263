import type { Keys } from './keys.ts';
import { type Service, startService } from './service.ts';
import type { Workspace } from './workspace.ts';

export type ServiceName = 'gateway' | 'ingestion' | 'search' | 'metadata' | 'nlp-post' | 'embeddings';

export interface ProcessesOptions {
  readonly names: readonly ServiceName[];
  readonly keys: Keys;
  /** What every service is told: `DATABASE_URL`, `NATS_URL`, … */
  readonly shared: Readonly<Record<string, string>>;
  /** What one of them is told beside, or instead. */
  readonly own?: { readonly [Name in ServiceName]?: Readonly<Record<string, string>> };
}

export type Processes = ReadonlyMap<ServiceName, Service>;

/** Services as processes of their own, started in an order in which each finds what it needs. */
export async function startProcesses(workspace: Workspace, options: ProcessesOptions): Promise<Processes> {
  const { names, keys, shared, own = {} } = options;
  const started = new Map<ServiceName, Service>();
  for (const step of order) await Promise.all(step.filter((name) => names.includes(name)).map(start));
  return started;

  async function start(name: ServiceName): Promise<void> {
    const environment = { ...shared, ...keys.environment(prefixOf(name)), ...backings(name), ...own[name] };
    started.set(name, await startService(workspace, { name, environment }));
  }

  function backings(name: ServiceName): Readonly<Record<string, string>> {
    if (name === 'ingestion') return { OBJECTS_DIR: workspace.path('objects') };
    if (name === 'search') return { VECTOR_INDEX_DIR: workspace.path('vectors') };
    if (name === 'embeddings') {
      const asking = { METADATA_URL: urlOf('metadata'), EMBEDDINGS_SERVICE_KEY_FILE: keys.privateKeyFile };
      return { VECTOR_INDEX_DIR: workspace.path('vectors'), ...asking };
    }
    if (name !== 'gateway') return {};
    return { INGESTION_URL: urlOf('ingestion'), SEARCH_URL: urlOf('search'), METADATA_URL: urlOf('metadata') };
  }

  /** Empty when it is not there, which counts as not set. */
  function urlOf(name: ServiceName): string {
    return started.get(name)?.url ?? '';
  }
}

/** The embedded index is made by whoever opens it first, so search comes after embeddings; the gateway asks all others. */
const order: readonly (readonly ServiceName[])[] = [
  ['metadata', 'ingestion', 'nlp-post'],
  ['embeddings'],
  ['search'],
  ['gateway'],
];

/** What the names of a service's own variables begin with. */
export function prefixOf(name: ServiceName): string {
  return name.toUpperCase().replace('-', '_');
}
