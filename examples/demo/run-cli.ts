import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { command, show } from './show.ts';

const root = join(import.meta.dirname, '../..');
const bin = join(root, 'dist/cli/bin.js');

/** Runs the command line in a process of its own, prints what it prints, and returns its exit code. */
export function runCli(args: readonly string[], cwd: string = root): number {
  command(`npx ai2text-contracts ${args.join(' ')}`);
  const color = process.stdout.isTTY === true && !process.env.NO_COLOR ? { FORCE_COLOR: '1' } : {};
  const run = spawnSync(process.execPath, [bin, ...args], { cwd, encoding: 'utf8', env: { ...process.env, ...color } });
  show(run.stdout + run.stderr);
  return run.status ?? 2;
}
