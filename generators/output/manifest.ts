import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../core/diagnostics/usage-error.ts';

export const manifestName = '.ai2text-manifest.json';

/**
 * What the generator made in a folder, so that it later knows its own files from people's, and an edited file from an
 * untouched one. Several targets may share a folder.
 */
export interface Manifest {
  /** The version of this tool that wrote last. */
  readonly version: string;
  /** For each target its files, by path, with the SHA-256 of their text. */
  readonly targets: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The manifest of `folder`; undefined when there is none yet. */
export function readManifest(folder: string): Manifest | undefined {
  const path = join(folder, manifestName);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new UsageError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const manifest = parseManifest(text);
  if (manifest !== undefined) return manifest;
  throw new UsageError(
    `${path} is damaged, so it is unknown which files here were generated. Restore it from version control, or delete it together with the generated files.`,
  );
}

export function printManifest(manifest: Manifest): string {
  const targets: Record<string, Record<string, string>> = {};
  for (const [target, files] of sortedEntries(manifest.targets))
    targets[target] = Object.fromEntries(sortedEntries(files));
  return `${JSON.stringify({ tool: 'ai2text-contracts', version: manifest.version, targets }, null, 2)}\n`;
}

/** Line ends count as one, because version control may rewrite them on checkout. */
export function hashText(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}

function parseManifest(text: string): Manifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  const { version, targets: listed } = value;
  if (typeof version !== 'string' || !isRecord(listed)) return undefined;
  const targets: Record<string, Record<string, string>> = {};
  for (const [target, files] of Object.entries(listed)) {
    if (!isRecord(files)) return undefined;
    const hashes: Record<string, string> = {};
    for (const [path, hash] of Object.entries(files)) {
      if (typeof hash !== 'string') return undefined;
      hashes[path] = hash;
    }
    targets[target] = hashes;
  }
  return { version, targets };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sortedEntries<T>(record: Readonly<Record<string, T>>): Array<[string, T]> {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}
