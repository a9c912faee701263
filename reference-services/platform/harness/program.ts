import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { endWithUs } from './workspace.ts';

export interface ProgramOptions extends Pick<SpawnOptions, 'env' | 'uid' | 'gid' | 'cwd'> {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Takes what it prints, one life after the other. */
  readonly log: string;
  /** Resolves to true when it can be used. */
  readonly isReady: () => Promise<boolean>;
}

/** A program that can be started, stopped and killed, again and again. */
export class Program {
  readonly #options: ProgramOptions;
  #child: ChildProcess | undefined;

  constructor(options: ProgramOptions) {
    this.#options = options;
  }

  get running(): boolean {
    return this.#child !== undefined;
  }

  /** Resolves when it is ready; rejects with what it printed when it ends before that. */
  async start(): Promise<void> {
    const { command, args, env, uid, gid, cwd, log } = this.#options;
    const as = { ...(uid !== undefined && { uid }), ...(gid !== undefined && { gid }), ...(cwd && { cwd }) };
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...(env && { env }), ...as });
    endWithUs(child);
    this.#child = child;
    child.once('close', () => {
      if (this.#child === child) this.#child = undefined;
    });
    for (const output of [child.stdout, child.stderr]) output?.on('data', (chunk) => appendFileSync(log, chunk));
    await once(child, 'spawn');
    await this.#untilReady(child);
  }

  /** Asks it to end, or makes it, and resolves when it has. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    const closed = once(child, 'close');
    child.kill(signal);
    await closed;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child?.kill(signal);
  }

  /** At once, as when the machine takes the memory away. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  /** For messages about what went wrong. */
  tail(): string {
    const { log } = this.#options;
    return existsSync(log) ? readFileSync(log, 'utf8').slice(-4_000) : '';
  }

  async #untilReady(child: ChildProcess): Promise<void> {
    const { name, isReady } = this.#options;
    while (!(await isReady().catch(() => false))) {
      if (this.#child !== child) throw new Error(`${name} ended before it was ready:\n${this.tail()}`);
      await pause(50);
    }
  }
}
