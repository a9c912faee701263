import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Lifetime } from './lifetime.ts';

export interface RunRequest {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
  readonly options?: Pick<SpawnOptions, 'uid' | 'gid'>;
  /** Asks it to end; SIGTERM when left out. */
  readonly stopSignal?: NodeJS.Signals;
  /** What it writes goes to this file. */
  readonly log: string;
  /** Answers something once the process is ready; gets what it has written. */
  readonly ready: (written: string) => Promise<boolean> | boolean;
}

export interface RunningProcess {
  readonly name: string;
  readonly pid: number;
  /** All that it has written so far. */
  written(): string;
  stop(): Promise<void>;
}

const startTimeoutMs = 60_000;
const stopTimeoutMs = 10_000;

/** Starts a process, waits until it is ready, and sees to it that it ends with the benchmark. */
export async function runProcess(life: Lifetime, request: RunRequest): Promise<RunningProcess> {
  const { name, command, env = {}, options = {}, stopSignal = 'SIGTERM', log, ready } = request;
  const [file, ...args] = command;
  const output = openSync(log, 'w');
  const child = spawn(file, args, {
    ...options,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  let over = false;
  ended.then(() => {
    over = true;
  });
  const stop = () => stopChild(child, stopSignal, ended);
  life.atEnd(stop);
  const written = () => readFileSync(log, 'utf8');
  const deadline = performance.now() + startTimeoutMs;
  while (!(await ready(written()))) {
    if (over || performance.now() > deadline) throw new Error(`${name} did not start:\n${written().slice(-2_000)}`);
    await pause(50);
  }
  if (child.pid === undefined) throw new Error(`${name} has no process.`);
  return { name, pid: child.pid, written, stop };
}

async function stopChild(child: ChildProcess, signal: NodeJS.Signals, ended: Promise<void>): Promise<void> {
  child.kill(signal);
  const late = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
  await ended;
  clearTimeout(late);
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
