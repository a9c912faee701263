import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DevelopmentIssuer,
  openDevelopmentIssuer,
} from '../../reference-services/common/auth/development-issuer.ts';
import { type Backings, makeDatabase } from './backings.ts';
import type { Lifetime } from './lifetime.ts';
import { type RunningProcess, runProcess } from './run-process.ts';

export type ServiceName = 'gateway' | 'ingestion' | 'metadata' | 'embeddings' | 'search';

export interface RunningService extends RunningProcess {
  readonly url: string;
}

export interface BenchOptions {
  readonly seconds: number;
  /** Whether the services hold their responses against the contract; they do not in production. */
  readonly validate: boolean;
  /** Passed to Node before the program, such as `--cpu-prof`. */
  readonly nodeOptions: readonly string[];
}

/** What all measurements share. */
export interface Bench {
  readonly life: Lifetime;
  readonly folder: string;
  readonly backings: Backings;
  readonly options: BenchOptions;
  readonly issuer: DevelopmentIssuer;
  readonly tenant: string;
  token(subject?: string): Promise<string>;
  /** A database of its own on PostgreSQL. */
  database(name: string): Promise<string>;
  start(name: ServiceName, env?: Readonly<Record<string, string>>): Promise<RunningService>;
}

const tenant = 'ten_01KE61HRW0SBPJSA9J9W613CTT';
const scopes =
  'recordings:read recordings:write transcripts:read uploads:read uploads:write jobs:read jobs:write search:read text:encode';

export interface BenchParts {
  readonly life: Lifetime;
  readonly folder: string;
  readonly backings: Backings;
  readonly options: BenchOptions;
}

/** Starts services as production would: a process each, keys from a file, rate limits on and above the load. */
export async function openBench({ life, folder, backings, options }: BenchParts): Promise<Bench> {
  const issuer = await openDevelopmentIssuer();
  const keyFile = join(folder, 'jwks.json');
  writeFileSync(keyFile, JSON.stringify(issuer.keys));
  let started = 0;
  return { life, folder, backings, options, issuer, tenant, token, database, start };

  function token(subject = 'bench'): Promise<string> {
    return issuer.issue({ tenant, scopes: scopes.split(' '), subject, lifetimeSeconds: 12 * 3600 });
  }

  async function start(name: ServiceName, env: Readonly<Record<string, string>> = {}): Promise<RunningService> {
    started += 1;
    const prefix = name.toUpperCase();
    const own = {
      [`${prefix}_JWKS_FILE`]: keyFile,
      [`${prefix}_TOKEN_ISSUER`]: issuer.issuer,
      [`${prefix}_TOKEN_AUDIENCE`]: issuer.audience,
      [`${prefix}_RATE_LIMIT`]: '10000000',
    };
    const common = {
      ...{ HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'info' },
      NODE_ENV: options.validate ? 'development' : 'production',
    };
    const program = join(import.meta.dirname, `../../reference-services/${name}/src/main.ts`);
    const running = await runProcess(life, {
      name,
      command: [process.execPath, ...options.nodeOptions, program],
      env: { ...common, ...own, ...(await backed(name, env)), ...env },
      log: join(folder, `${name}-${started}.log`),
      ready: (written) => addressIn(written) !== undefined,
    });
    return { ...running, url: addressIn(running.written()) ?? '' };
  }

  async function database(name: string): Promise<string> {
    if (backings.postgres === undefined) throw new Error('There is no PostgreSQL.');
    return makeDatabase(backings.postgres.url, `${name}_${randomUUID()}`);
  }

  async function backed(name: ServiceName, env: Readonly<Record<string, string>>): Promise<Record<string, string>> {
    const { postgres, redis, nats } = backings;
    if (name === 'gateway') return redis === undefined ? {} : { REDIS_URL: redis.url };
    return {
      ...(postgres !== undefined && env.DATABASE_URL === undefined && { DATABASE_URL: await database(name) }),
      ...(nats !== undefined && { NATS_URL: nats.url }),
    };
  }
}

/** Where a service listens, which its first line says. */
function addressIn(written: string): string | undefined {
  return /"address":"([^"]+)"/.exec(written)?.[1];
}
