import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Lifetime } from './lifetime.ts';
import { freePort, type RunningProcess, runProcess } from './run-process.ts';

/** The servers that were found on this machine and started; what is missing is embedded in the services. */
export interface Backings {
  readonly postgres: (RunningProcess & { readonly url: string }) | undefined;
  readonly redis: (RunningProcess & { readonly url: string }) | undefined;
  readonly nats: (RunningProcess & { readonly url: string }) | undefined;
}

export async function startBackings(life: Lifetime, folder: string): Promise<Backings> {
  return {
    postgres: await startPostgres(life, join(folder, 'postgres.log')),
    redis: await startRedis(life, folder),
    nats: await startNats(life, folder),
  };
}

/** A database of its own for a service. */
export async function makeDatabase(url: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE "${name}"`);
  } finally {
    await client.end();
  }
  return url.replace(/[^/]+$/, name);
}

/** With its own settings, `fsync` among them: a write counts when it is on the disk. */
async function startPostgres(life: Lifetime, log: string) {
  const bin = postgresPrograms();
  if (bin === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'ai2text-bench-postgres-'));
  life.atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const user = postgresUser();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const options = user ?? {};
  const data = join(folder, 'data');
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '--auth=trust', '--username=ai2text'], {
    ...options,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`initdb failed:\n${made.stderr}`);
  const port = await freePort();
  const settings = ['-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1'];
  const running = await runProcess(life, {
    name: 'postgres',
    command: [join(bin, 'postgres'), '-D', data, ...settings],
    // SIGTERM would wait for clients.
    ...{ options, log, stopSignal: 'SIGINT' },
    ready: (written) => written.includes('ready to accept connections'),
  });
  return { ...running, url: `postgresql://ai2text@127.0.0.1:${port}/postgres` };
}

async function startRedis(life: Lifetime, folder: string) {
  const program = find('redis-server');
  if (program === undefined) return undefined;
  const port = await freePort();
  const command = [program, '--port', String(port), '--bind', '127.0.0.1', '--save', ''] as const;
  const ready = (written: string) => written.includes('Ready to accept connections');
  const running = await runProcess(life, { name: 'redis', command, log: join(folder, 'redis.log'), ready });
  return { ...running, url: `redis://127.0.0.1:${port}` };
}

async function startNats(life: Lifetime, folder: string) {
  const program = find('nats-server');
  if (program === undefined) return undefined;
  const port = await freePort();
  const store = join(folder, 'nats');
  const command = [program, '-js', '-a', '127.0.0.1', '-p', String(port), '-sd', store] as const;
  const running = await runProcess(life, {
    ...{ name: 'nats', command, log: join(folder, 'nats.log') },
    ready: () => answers(port),
  });
  return { ...running, url: `nats://127.0.0.1:${port}` };
}

/** Debian keeps them outside of the search path. */
function postgresPrograms(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
}

/** PostgreSQL refuses to run as root. */
function postgresUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const number = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: number('-u'), gid: number('-g') };
}

function find(program: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => undefined);
    socket.once('connect', () => socket.destroy());
  });
}
