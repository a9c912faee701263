import type { Database } from '../../../common/database/database.ts';
import { openPostgres } from '../../../common/database/postgres.ts';
import type { Bus } from '../../../common/events/bus.ts';
import { openNatsBus } from '../../../common/events/nats-bus/nats-bus.ts';
import { migrateOutbox } from '../../../common/events/outbox/migrate-outbox.ts';
import { makeKeys } from '../../harness/keys.ts';
import { type NatsServer, startNats } from '../../harness/nats-server.ts';
import { type PostgresServer, startPostgres } from '../../harness/postgres-server.ts';
import { prefixOf, type ServiceName, startProcesses } from '../../harness/processes.ts';
import type { Service } from '../../harness/service.ts';
import { Workspace } from '../../harness/workspace.ts';

export const tenant = 'ten_01KE61HRW0SBPJSA9J9W613CTT';

/** Servers and services of one fault's own. Each service has a schema of its own, as if it were a database. */
export interface Stage {
  readonly workspace: Workspace;
  readonly nats: NatsServer;
  readonly postgres: PostgresServer;
  readonly service: (name: ServiceName) => Service;
  /** For what the fault itself publishes and hears. */
  readonly bus: Bus;
  /** Sees all schemas: tables are named like `embeddings.embedding_jobs`. */
  readonly database: Database;
  /** For the stand-ins of services, which have a schema too. */
  readonly ownDatabase: Database;
  readonly token: string;
}

export interface StageOptions {
  readonly names: readonly ServiceName[];
  /** The address under which a service knows NATS, when it is not the server's own. */
  readonly natsUrlOf?: (name: ServiceName, nats: NatsServer, workspace: Workspace) => Promise<string>;
}

/** Starts everything, does the work, and ends everything, however the work went. */
export async function onStage<T>(options: StageOptions, work: (stage: Stage) => Promise<T>): Promise<T> {
  const workspace = new Workspace();
  try {
    return await work(await open(workspace, options));
  } finally {
    await workspace.close();
  }
}

async function open(workspace: Workspace, { names, natsUrlOf }: StageOptions): Promise<Stage> {
  const [nats, postgres, keys] = await Promise.all([
    startNats(workspace),
    startPostgres(workspace),
    makeKeys(workspace),
  ]);
  const database = connect(workspace, postgres.url);
  for (const schema of ['stage', ...names]) await database.script(`CREATE SCHEMA ${schema}`);
  const natsUrls = new Map<ServiceName, string>();
  for (const name of names) natsUrls.set(name, (await natsUrlOf?.(name, nats, workspace)) ?? nats.url);
  const urlsOf = (name: ServiceName) => ({
    DATABASE_URL: inSchema(postgres.url, name),
    NATS_URL: natsUrls.get(name) ?? nats.url,
    [`${prefixOf(name)}_RATE_LIMIT`]: '10000000',
    // What embeddings asks of metadata decides no id, so it is spared the asking.
    METADATA_URL: '',
  });
  const own = Object.fromEntries(names.map((name) => [name, urlsOf(name)]));
  const services = await startProcesses(workspace, { names, keys, shared: {}, own });
  const ownDatabase = connect(workspace, inSchema(postgres.url, 'stage'));
  await migrateOutbox(ownDatabase);
  const bus = await openNatsBus({ url: nats.url });
  // A server that was stopped for good would be waited for.
  workspace.atEnd(() => (nats.program.running ? bus.close() : undefined));
  return {
    ...{ workspace, nats, postgres, bus, database, ownDatabase },
    service: (name) => {
      const service = services.get(name);
      if (service === undefined) throw new Error(`The stage has no ${name}.`);
      return service;
    },
    token: await keys.issuer.issue({ tenant, scopes: ['uploads:write', 'uploads:read', 'recordings:read'] }),
  };
}

function connect(workspace: Workspace, url: string): Database {
  const database = openPostgres({ url, poolSize: 6, statementTimeoutMs: 60_000, onIdleError: () => undefined });
  workspace.atEnd(() => database.close());
  return database;
}

function inSchema(url: string, schema: string): string {
  const own = new URL(url);
  own.searchParams.set('options', `-c search_path=${schema}`);
  return own.href;
}
