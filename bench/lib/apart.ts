import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Answer, Job } from '../emitters/worker.ts';

export interface ApartOptions {
  /** The working directory of the emitter, which it may litter. */
  readonly cwd: string;
  /** How long a job may take before it counts as failed. */
  readonly limitMs: number;
  /** Whether a document that fails is tried again in a fresh process. True by default. */
  readonly retries?: boolean;
}

/** An emitter in a process of its own, so that its crashes and endless loops end nothing but the job. */
export class Apart {
  readonly #name: string;
  readonly #options: ApartOptions;
  #child: ChildProcess | undefined;

  constructor(name: string, options: ApartOptions) {
    this.#name = name;
    this.#options = options;
  }

  async run(job: Job): Promise<Answer> {
    const used = this.#child !== undefined;
    const first = await this.#once(job);
    if (first.ok || !used || this.#options.retries === false) return first;
    // What an earlier document left behind does not count against this one.
    this.close();
    return this.#once(job);
  }

  close(): void {
    this.#child?.removeAllListeners();
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #once(job: Job): Promise<Answer> {
    const child = this.#child ?? this.#start();
    this.#child = child;
    return new Promise((resolve) => {
      const answer = (given: Answer) => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(given);
      };
      const fail = (message: string) => {
        this.close();
        answer({ ok: false, message });
      };
      const timer = setTimeout(() => fail(`no end after ${this.#options.limitMs / 1000} s`), this.#options.limitMs);
      // The other end is `worker.ts`.
      child.once('message', (message) => answer(message as Answer));
      child.once('error', ({ message }) => fail(message));
      child.once('exit', (code, signal) => fail(`the process ended with ${code ?? signal}`));
      child.send(job);
    });
  }

  #start(): ChildProcess {
    return fork(join(import.meta.dirname, '../emitters/worker.ts'), [this.#name], {
      cwd: this.#options.cwd,
      execArgv: ['--max-old-space-size=4096', '--no-warnings'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { PATH: process.env.PATH, HOME: this.#options.cwd, NO_COLOR: '1', SCARF_ANALYTICS: 'false' },
    });
  }
}
