import { linkSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from '../../core/diagnostics/usage-error.ts';

/** One of several files that belong together. */
export interface FileToWrite {
  /** Absolute. */
  readonly path: string;
  /** How people name it. */
  readonly shown: string;
  readonly text: string;
  /** True for one that must not be there yet. */
  readonly isNew: boolean;
}

/**
 * Writes all files or none: each is written whole beside its place, and only when all of them are there are they moved, in
 * the order given. Where a move fails, those before it are taken back. A process that is killed between two moves leaves
 * the first ones, so the file that makes the others true comes last.
 */
export function writeTogether(files: readonly FileToWrite[]): void {
  const undo: (() => void)[] = [];
  let current = files[0]?.shown;
  try {
    for (const file of files) {
      current = file.shown;
      undo.push(...prepare(file));
    }
    for (const file of files) {
      current = file.shown;
      undo.push(move(file));
    }
  } catch (error) {
    for (const step of undo.reverse()) quietly(step);
    throw new UsageError(
      `${current} cannot be written, so nothing was: ${error instanceof Error ? error.message : error}`,
    );
  } finally {
    for (const { path } of files) quietly(() => rmSync(draftOf(path), { force: true }));
  }
}

/** The draft in its folder; answers how to remove the folders that it needed. */
function prepare({ path, text }: FileToWrite): (() => void)[] {
  const made = mkdirSync(dirname(path), { recursive: true });
  writeFileSync(draftOf(path), text, { flush: true });
  if (made === undefined) return [];
  const folders: string[] = [];
  for (let folder = dirname(path); folder.length >= made.length; folder = dirname(folder)) folders.unshift(folder);
  // Undone from the last to the first, so the deepest stands last; a draft inside would hold its folder.
  return [...folders.map((folder) => () => rmdirSync(folder)), () => rmSync(draftOf(path), { force: true })];
}

function move({ path, isNew }: FileToWrite): () => void {
  // A hard link, unlike a rename, fails where a file is already.
  if (isNew) {
    linkSync(draftOf(path), path);
    return () => rmSync(path);
  }
  const old = contentOf(path);
  renameSync(draftOf(path), path);
  return () => (old === undefined ? rmSync(path) : writeFileSync(path, old));
}

function contentOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function quietly(step: () => void): void {
  try {
    step();
  } catch {
    // What cannot be taken back stays; the first error is the one to tell.
  }
}

function draftOf(path: string): string {
  return `${path}.${process.pid}.tmp`;
}
