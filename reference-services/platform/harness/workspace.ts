import type { ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder, and all that runs for one test: closing it ends everything, the last that was started first. */
export class Workspace {
  readonly folder: string;
  readonly #endings: (() => Promise<void> | void)[] = [];

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'ai2text-'));
    folders.add(this.folder);
    watchOurEnd();
    // PostgreSQL runs as another user, whose folder is below.
    chmodSync(this.folder, 0o755);
  }

  path(...names: readonly string[]): string {
    return join(this.folder, ...names);
  }

  /** What must be ended with the rest. */
  atEnd(end: () => Promise<void> | void): void {
    this.#endings.unshift(end);
  }

  async close(): Promise<void> {
    const failures: unknown[] = [];
    for (const end of this.#endings.splice(0)) {
      try {
        await end();
      } catch (error) {
        failures.push(error);
      }
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
    folders.delete(this.folder);
    if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be ended.');
  }
}

const children = new Set<ChildProcess>();
const folders = new Set<string>();
let isWatching = false;

/** Nothing outlives this process, however it ends. */
export function endWithUs(child: ChildProcess): void {
  children.add(child);
  child.once('close', () => children.delete(child));
}

function watchOurEnd(): void {
  if (isWatching) return;
  isWatching = true;
  process.once('exit', () => {
    for (const child of children) child.kill('SIGKILL');
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  // Without a handler a signal ends the process with no exit event.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
}
