import { lstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import { manifestName } from './manifest.ts';

/**
 * True for a relative path that stays inside its folder on every file system: plain segments, no backslash, colon or
 * control character, no leading dot, no `..`, no name that Windows reserves.
 */
export function isSafePath(path: string): boolean {
  const segments = path.split('/');
  return path.length <= 240 && segments.every(isSafeSegment) && path !== manifestName;
}

function isSafeSegment(segment: string): boolean {
  return /^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/.test(segment) && !segment.endsWith('.') && !isDeviceName(segment);
}

function isDeviceName(segment: string): boolean {
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(segment);
}

/** Refuses an output folder that is something else, such as a file or a link to nowhere. */
export function refuseNoFolder(folder: string): void {
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return;
  // Follows links: a folder that people linked to is theirs to choose.
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats?.isDirectory() === true) return;
  const what = stats === undefined ? 'a symbolic link to nowhere' : 'a file';
  throw new UsageError(`${folder} is ${what}. Name a folder for the generated files.`);
}

/** Refuses to write through a symbolic link inside the output folder, which could lead anywhere. */
export function refuseLinks(folder: string, path: string): void {
  const segments = path.split('/').slice(0, -1);
  let at = folder;
  for (const segment of segments) {
    at = join(at, segment);
    const stats = lstatSync(at, { throwIfNoEntry: false });
    if (stats === undefined) return;
    if (stats.isDirectory()) continue;
    const what = stats.isSymbolicLink() ? 'a symbolic link' : 'not a folder';
    throw new UsageError(`${at} is ${what}, so nothing is written below it. Remove it and generate again.`);
  }
}
