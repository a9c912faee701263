import { type FSWatcher, statSync, watch } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import { hashOf, textOf } from '../cache-files.ts';
import type { GenerateOptions } from '../commands/generate-options.ts';
import { loadConfig } from '../config/load.ts';
import type { Surroundings } from '../surroundings.ts';
import { GenerateCache } from './cache.ts';
import { type Run, runGenerate } from './run.ts';

/** Editors write a file in several steps. */
const settling = 80;

/**
 * Generates, and again whenever a file that was read changes, until interrupted. The first run prints what any run
 * prints, later ones a line each. What a run refuses is printed, and waited for to be mended.
 */
export async function watchGenerate(options: GenerateOptions, world: Surroundings): Promise<number> {
  if (options.check || options.dryRun)
    throw new UsageError('--watch writes what it generates. Leave out --check and --dry-run.');
  const stopped = world.untilInterrupted?.();
  if (stopped === undefined) throw new Error('This place cannot be interrupted, so nothing can be watched from it');
  const started = Date.now();
  const { read } = await runOnce(options, world);
  const watched = new Watched();
  watched.add(read, started);
  world.out.write(`Watching ${read.size} files. Press Ctrl+C to stop.\n`);
  let running = Promise.resolve();
  const wake = () => {
    running = running.then(async () => {
      const changed = watched.changed();
      if (changed.length === 0) return;
      const since = Date.now();
      const run = await quietRun(options, world, changed);
      if (run !== undefined) watched.add(run.read, since);
    });
  };
  watched.start(wake);
  // For what changed while the first run was at work.
  wake();
  await stopped;
  watched.stop();
  await running;
  return 0;
}

interface WatchedRun extends Run {
  /** The configuration among them. */
  readonly read: ReadonlySet<string>;
}

async function runOnce(options: GenerateOptions, world: Surroundings): Promise<WatchedRun> {
  const config = await loadConfig(world.cwd, options.config);
  const run = await runGenerate(options, config, world, options.cache ? GenerateCache.at(config.root) : undefined);
  const file = config.file === undefined ? [] : [join(config.root, config.file)];
  return { ...run, read: new Set([...run.read, ...file]) };
}

/** One line for a run that went well; what it has to say otherwise. */
async function quietRun(
  options: GenerateOptions,
  world: Surroundings,
  changed: readonly string[],
): Promise<Run | undefined> {
  const started = performance.now();
  const what = changed.map((path) => relative(world.cwd, path)).join(', ');
  let said = '';
  const out = {
    ...world.out,
    write: (text: string) => {
      said += text;
    },
  };
  try {
    const run = await runOnce(options, { ...world, out });
    const took = `${Math.round(performance.now() - started)} ms`;
    const files = run.changed === 1 ? '1 file' : `${run.changed} files`;
    const targets = run.targets === 1 ? '1 target' : `${run.targets} targets`;
    if (run.exitCode === 0) world.out.write(`${what} changed: ${targets}, ${files} written (${took})\n`);
    else world.out.write(`${what} changed:\n${said}`);
    return run;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    world.out.write(`${what} changed: ${error.message}\n`);
    return undefined;
  }
}

/** Files by their content: a change that changes nothing wakes nobody. */
class Watched {
  readonly #hashes = new Map<string, string | undefined>();
  readonly #watchers = new Map<string, FSWatcher>();
  #wake: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** What was written after `since`, when reading began, may not be what was read. */
  add(paths: Iterable<string>, since: number): void {
    for (const path of paths) {
      if (this.#hashes.has(path)) continue;
      const modified = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      this.#hashes.set(path, modified > since ? 'unknown' : contentOf(path));
    }
    if (this.#wake !== undefined) this.start(this.#wake);
  }

  /** Folders are watched rather than files, because editors put a new file in the place of the old. */
  start(wake: () => void): void {
    this.#wake = wake;
    for (const folder of new Set([...this.#hashes.keys()].map((path) => dirname(path)))) {
      if (this.#watchers.has(folder)) continue;
      try {
        const watcher = watch(folder, (_event, name) => this.#notice(folder, name));
        watcher.on('error', () => this.#watchers.delete(folder));
        this.#watchers.set(folder, watcher);
      } catch {
        // A folder that is not there, or may not be watched: what it holds cannot be waited for.
      }
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
    for (const watcher of this.#watchers.values()) watcher.close();
  }

  /** What differs from the last time this was asked. */
  changed(): readonly string[] {
    return [...this.#hashes].flatMap(([path, before]) => {
      const now = contentOf(path);
      this.#hashes.set(path, now);
      return now === before ? [] : [path];
    });
  }

  #notice(folder: string, name: string | null): void {
    if (name !== null && !this.#hashes.has(resolve(folder, name))) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#wake?.(), settling);
  }
}

function contentOf(path: string): string | undefined {
  const text = textOf(path);
  return text === undefined ? undefined : hashOf(text);
}
