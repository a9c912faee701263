import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedFile } from '../target.ts';
import { hashText, readManifest } from './manifest.ts';
import { usingFolder } from './using-folder.ts';

/** The SHA-256 of generated texts, by path. */
export type FileHashes = Readonly<Record<string, string>>;

export function hashesOfFiles(files: readonly GeneratedFile[]): FileHashes {
  return Object.fromEntries(files.map(({ path, text }) => [path, hashText(text)]));
}

/** True when the folder holds exactly these files of the target, on disk as in its manifest. */
export function isCurrent(folder: string, target: string, hashes: FileHashes): boolean {
  return usingFolder(folder, () => {
    const listed = readManifest(folder)?.targets[target];
    if (listed === undefined || Object.keys(listed).length !== Object.keys(hashes).length) return false;
    return Object.entries(hashes).every(([path, hash]) => {
      if (listed[path] !== hash) return false;
      const file = join(folder, path);
      return (
        lstatSync(file, { throwIfNoEntry: false })?.isFile() === true && hashText(readFileSync(file, 'utf8')) === hash
      );
    });
  });
}
