import { setTimeout as pause } from 'node:timers/promises';
import { type DriveParts, drive } from './drive.ts';

/** Works on the jobs that no event drives: those that a request made. */
export class Runner {
  readonly #parts: DriveParts;
  readonly #pollMs: number;
  readonly #run: Promise<void>;
  #stopped = false;
  #waiting = new AbortController();

  /** `pollMs` is how often to look for what other replicas have left. */
  constructor(parts: DriveParts, pollMs = 1_000) {
    this.#parts = parts;
    this.#pollMs = pollMs;
    this.#run = this.#loop();
  }

  /** There may be something to do. */
  wake(): void {
    this.#waiting.abort();
  }

  /** Resolves when the job under way has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.wake();
    await this.#run;
  }

  async #loop(): Promise<void> {
    while (!this.#stopped) {
      // Before the look, so that a call that comes during it is not lost.
      this.#waiting = new AbortController();
      const worked = await this.#next().catch((error: unknown) => {
        this.#parts.logger.warn({ error }, 'no job could be taken');
        return false;
      });
      if (!worked) await pause(this.#pollMs, undefined, { signal: this.#waiting.signal }).catch(() => undefined);
    }
  }

  /** False when there was nothing to do. */
  async #next(): Promise<boolean> {
    const { attempts } = this.#parts;
    const job = await attempts.nextDue();
    if (job === undefined) return false;
    // How it failed is on the job, and in the log.
    await drive(job, job.attempt + 1, this.#parts).catch(() => undefined);
    return true;
  }
}
