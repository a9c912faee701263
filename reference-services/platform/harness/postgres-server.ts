import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync } from 'node:fs';
import { openPostgres } from '../../common/database/postgres.ts';
import { findProgram } from './find-program.ts';
import { freePort } from './free-port.ts';
import { Program } from './program.ts';
import type { Workspace } from './workspace.ts';

export interface PostgresServer {
  readonly url: string;
  readonly program: Program;
}

/** A PostgreSQL server of its own, whose data lies in the workspace and outlives the program. */
export async function startPostgres(workspace: Workspace): Promise<PostgresServer> {
  const folder = workspace.path('postgres');
  mkdirSync(folder, { mode: 0o700 });
  const user = otherUser();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = `${folder}/data`;
  const initdb = ['-D', data, '--auth', 'trust', '--username', 'ai2text', '--encoding', 'UTF8', '--no-sync'];
  execFileSync(findProgram('initdb') ?? 'initdb', initdb, { stdio: 'pipe', cwd: '/', ...user });

  const port = await freePort();
  const url = `postgresql://ai2text@127.0.0.1:${port}/postgres`;
  // It is the program that dies here and never the machine, so nothing is lost with the caches of the operating system.
  const settings = ['listen_addresses=127.0.0.1', 'fsync=off', 'max_connections=200'].flatMap((one) => ['-c', one]);
  const program = new Program({
    name: 'PostgreSQL',
    command: findProgram('postgres') ?? 'postgres',
    args: ['-D', data, '-p', String(port), '-k', folder, ...settings],
    ...{ cwd: '/', ...user },
    log: workspace.path('postgres.log'),
    isReady: () => answers(url),
  });
  // Immediately: its own processes must not outlive it.
  workspace.atEnd(() => program.end('SIGQUIT'));
  await program.start();
  return { url, program };
}

/** PostgreSQL refuses to run as root. */
function otherUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function answers(url: string): Promise<boolean> {
  const database = openPostgres({ url, poolSize: 1, statementTimeoutMs: 5_000, onIdleError: () => undefined });
  try {
    await database.query('SELECT 1');
    return true;
  } finally {
    await database.close();
  }
}
