import { spawn, spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Built } from './build.ts';

export interface Trial {
  readonly built: Built;
  /** As in the base image. */
  readonly node: string;
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
  /** An unprivileged user, where this process may become one. */
  readonly user: { readonly uid: number; readonly gid: number } | undefined;
  /** What `/ready` answers where nothing else runs. */
  readonly readiness: number;
}

/** Starts what was built as the image would, asks its health check, `/ready` and `/metrics`, and ends it. Answers what went wrong. */
export async function tryOut({ built, node, port, env, user, readiness }: Trial): Promise<readonly string[]> {
  const { root, workdir, command, healthcheck } = built;
  // What only root may read would be found by nobody else.
  chmodSync(root, 0o755);
  const options = { cwd: join(root, workdir), env: { ...built.env, ...env, PORT: String(port) }, ...user };
  const program = (words: readonly string[]) =>
    words.map((word, place) => (place === 0 && word === 'node' ? node : word));
  const [file = '', ...args] = program(command);
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      written += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const faults: string[] = [];
  try {
    const [check = '', ...words] = program(healthcheck);
    const isHealthy = () => spawnSync(check, words, options).status === 0;
    const deadline = performance.now() + 180_000;
    while (!isHealthy()) {
      if (child.exitCode !== null || performance.now() > deadline)
        return [`its health check fails:\n${written.slice(-3_000)}`];
      await pause(300);
    }
    for (const [path, expected] of Object.entries({ '/ready': readiness, '/metrics': 200 })) {
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      const text = await response.text();
      if (response.status !== expected) faults.push(`${path} answers ${response.status}: ${text.slice(0, 2_000)}`);
    }
    return faults;
  } finally {
    child.kill('SIGTERM');
    const code = await Promise.race([ended, pause(30_000, 'late' as const)]);
    if (code !== 0) faults.push(`after SIGTERM it ended with ${code}:\n${written.slice(-2_000)}`);
    kill();
    process.off('exit', kill);
  }
}
