import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, RelatedPlace } from '../core/diagnostics/diagnostic.ts';
import type { Location } from '../core/diagnostics/location.ts';
import type { RuleSettings } from '../core/rules/settings.ts';
import { projectFiles } from '../core/source/files.ts';
import type { Read } from '../core/source/workspace.ts';

/** What a result depends on: the content hash of everything that was read. `null` stands for "could not be read". */
export type ReadHashes = readonly (readonly [path: string, hash: string | null])[];

/** Where a project keeps results between runs; undefined without a `node_modules` folder. */
export function cacheFolder(root: string): string | undefined {
  const modules = join(root, 'node_modules');
  return existsSync(modules) ? join(modules, '.cache', 'ai2text-contracts') : undefined;
}

/** Only a build has an id; run from source, the program changes from one run to the next. */
export function buildId(): string | undefined {
  return textOf(new URL('../build-id', import.meta.url));
}

/** Undefined when something came from the network, whose content may change unseen. */
export function hashesOf(reads: readonly Read[]): ReadHashes | undefined {
  if (reads.some(({ path }) => /^[a-z]+:\/\//i.test(path))) return undefined;
  return reads.map(({ path, text }) => [path, text === undefined ? null : hashOf(text)]);
}

/** The texts, when all of them are still what they were. */
export function unchangedTexts(root: string, read: ReadHashes): ReadonlyMap<string, string> | undefined {
  const files = projectFiles(root);
  const texts = new Map<string, string>();
  for (const [path, hash] of read) {
    const answer = files.read(path);
    if ('text' in answer) texts.set(path, answer.text);
    if (('text' in answer ? hashOf(answer.text) : null) !== hash) return undefined;
  }
  return texts;
}

/** Settings as a key: maps have no JSON of their own. */
export function settingsKey({ rulesets, rules, overrides }: RuleSettings): unknown {
  const levels = (given: ReadonlyMap<string, string>) => [...given].sort();
  return [rulesets, levels(rules), overrides.map((one) => [one.under, one.rulesets, levels(one.rules)])];
}

/** An entry of the cache; undefined when there is none that can be read. The caller knows what it once wrote. */
export function readEntry(file: string): unknown {
  const text = textOf(file);
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A cache that cannot be written makes the next run slower, never wrong. */
export function writeEntry(folder: string, file: string, entry: unknown): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(entry));
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // See above.
  }
}

export function textOf(file: string | URL): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

export function withoutTexts({ rule, severity, message, location, related }: Diagnostic): Diagnostic {
  const bare = { rule, severity, message, location: bareLocation(location) };
  if (related === undefined) return bare;
  return { ...bare, related: related.map((one) => ({ message: one.message, location: bareLocation(one.location) })) };
}

function bareLocation({ source, pointer, range }: Location): Location {
  return { source: { path: source.path, text: '' }, pointer, range };
}

export function withTexts(diagnostic: Diagnostic, texts: ReadonlyMap<string, string>): Diagnostic {
  const complete = (location: Location): Location => {
    const { path } = location.source;
    return { ...location, source: { path, text: texts.get(path) ?? '' } };
  };
  const { related } = diagnostic;
  const location = complete(diagnostic.location);
  if (related === undefined) return { ...diagnostic, location };
  const places: RelatedPlace[] = related.map((one) => ({ message: one.message, location: complete(one.location) }));
  return { ...diagnostic, location, related: places };
}
