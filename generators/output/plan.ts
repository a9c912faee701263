import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import type { GeneratedFile } from '../target.ts';
import { hashText, type Manifest, readManifest } from './manifest.ts';
import { isSafePath, refuseLinks, refuseNoFolder } from './paths.ts';
import { usingFolder } from './using-folder.ts';

export interface OutputRequest {
  /** The output folder; it need not exist yet. */
  readonly folder: string;
  readonly target: string;
  /** Of this tool, for the manifest. */
  readonly toolVersion: string;
  readonly files: readonly GeneratedFile[];
}

/** What stands between a folder as it is and as it should be. Paths are relative to the folder. */
export interface OutputPlan {
  /** Not there yet. */
  readonly create: readonly GeneratedFile[];
  /** Generated earlier, untouched since, and different now. */
  readonly update: readonly GeneratedFile[];
  readonly unchanged: readonly GeneratedFile[];
  /** Generated earlier and no longer made. */
  readonly remove: readonly string[];
  /** Touched by a person since they were generated, or never generated at all: in the way of what is made now. */
  readonly edited: readonly string[];
  readonly manifest: Manifest;
  /** Whether the manifest lists other files or hashes than before. */
  readonly manifestChanged: boolean;
}

/** Compares with the folder; reads only. */
export function planOutput(request: OutputRequest): OutputPlan {
  return usingFolder(request.folder, () => compare(request));
}

function compare(request: OutputRequest): OutputPlan {
  const { folder, target, files, toolVersion } = request;
  refuseUnsafe(files);
  refuseNoFolder(folder);
  const manifest = readManifest(folder);
  const own: Readonly<Record<string, string>> = manifest?.targets[target] ?? {};
  const others = ownedByOthers(manifest, target);
  const plan = { create: [], update: [], unchanged: [], remove: [], edited: [] } as {
    // Filled below, read-only once returned.
    create: GeneratedFile[];
    update: GeneratedFile[];
    unchanged: GeneratedFile[];
    remove: string[];
    edited: string[];
  };

  for (const file of files) {
    refuseLinks(folder, file.path);
    const hash = hashText(file.text);
    const other = others.get(file.path);
    if (other !== undefined && other.hash !== hash) {
      const message = `${join(folder, file.path)} belongs to the target "${other.target}" and would differ for "${target}". Give the two targets an output folder each, or generate "${other.target}" anew first.`;
      throw new UsageError(message);
    }
    const found = hashOfFile(folder, file.path);
    if (found === undefined) plan.create.push(file);
    else if (found === hash) plan.unchanged.push(file);
    else if (found === own[file.path]) plan.update.push(file);
    else plan.edited.push(file.path);
  }

  const made = new Set(files.map((file) => file.path));
  for (const [path, hash] of Object.entries(own)) {
    if (made.has(path) || others.has(path)) continue;
    // A manifest is a file in the folder and may have been tampered with.
    if (!isSafePath(path))
      throw new UsageError(`The manifest in ${folder} lists "${path}", which is no generated path.`);
    refuseLinks(folder, path);
    const found = hashOfFile(folder, path);
    if (found === undefined) continue;
    if (found === hash) plan.remove.push(path);
    else plan.edited.push(path);
  }

  const hashes = Object.fromEntries(files.map((file) => [file.path, hashText(file.text)]));
  return {
    ...plan,
    manifest: { version: toolVersion, targets: { ...manifest?.targets, [target]: hashes } },
    manifestChanged: !sameHashes(own, hashes) || manifest?.targets[target] === undefined,
  };
}

/** A generator that makes an unsafe path is broken; no contract can cause it, because names are coerced first. */
function refuseUnsafe(files: readonly GeneratedFile[]): void {
  const seen = new Set<string>();
  for (const { path } of files) {
    if (!isSafePath(path)) throw new Error(`A generator made the unsafe path ${JSON.stringify(path)}`);
    const folded = path.toLowerCase();
    if (seen.has(folded)) throw new Error(`A generator made ${JSON.stringify(path)} twice`);
    seen.add(folded);
  }
}

function ownedByOthers(
  manifest: Manifest | undefined,
  target: string,
): ReadonlyMap<string, { readonly target: string; readonly hash: string }> {
  const owned = new Map<string, { readonly target: string; readonly hash: string }>();
  for (const [other, files] of Object.entries(manifest?.targets ?? {})) {
    if (other === target) continue;
    for (const [path, hash] of Object.entries(files)) owned.set(path, { target: other, hash });
  }
  return owned;
}

/** Anything but a regular file counts as edited. */
function hashOfFile(folder: string, path: string): string | undefined {
  const full = join(folder, path);
  const stats = lstatSync(full, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  return stats.isFile() ? hashText(readFileSync(full, 'utf8')) : 'not a file';
}

function sameHashes(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && a[key] === b[key]);
}
