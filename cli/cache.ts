import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, RelatedPlace } from '../core/diagnostics/diagnostic.ts';
import type { Location } from '../core/diagnostics/location.ts';
import type { RuleSettings } from '../core/rules/settings.ts';
import { projectFiles } from '../core/source/files.ts';
import type { Workspace } from '../core/source/workspace.ts';
import type { Inputs } from './inputs.ts';

export interface CacheKey {
  readonly inputs: Inputs;
  readonly settings: RuleSettings;
  readonly allowUrls: readonly string[];
}

/** What a run has to say. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  /** How many frozen releases were found unchanged. */
  readonly unchanged: number;
}

/** A run's findings together with the content hash of everything that it read. `null` stands for "could not be read". */
interface Entry extends Findings {
  readonly read: readonly (readonly [path: string, hash: string | null])[];
}

/**
 * Findings of earlier runs under `node_modules/.cache`, keyed by the content of what they read. A run whose files are
 * all unchanged is answered without loading a single rule. Without a `node_modules` folder there is no cache.
 */
export class ResultCache {
  readonly #folder: string;
  readonly #root: string;
  readonly #build: string;

  private constructor(root: string, build: string) {
    this.#root = root;
    this.#build = build;
    this.#folder = join(root, 'node_modules', '.cache', 'ai2text-contracts');
  }

  static at(root: string): ResultCache | undefined {
    // Only a build has an id; run from source, the rules change from one run to the next.
    const build = textOf(new URL('../build-id', import.meta.url));
    return build !== undefined && existsSync(join(root, 'node_modules')) ? new ResultCache(root, build) : undefined;
  }

  find(key: CacheKey): Findings | undefined {
    const entry = this.#load(key);
    if (entry === undefined) return undefined;
    const files = projectFiles(key.inputs.root);
    const texts = new Map<string, string>();
    for (const [path, hash] of entry.read) {
      const answer = files.read(path);
      if ('text' in answer) texts.set(path, answer.text);
      if (('text' in answer ? hashOf(answer.text) : null) !== hash) return undefined;
    }
    const diagnostics = entry.diagnostics.map((diagnostic) => withTexts(diagnostic, texts));
    return { diagnostics, unchanged: entry.unchanged };
  }

  /** Keeps a run's findings; not those of a run that read from the network, whose content may change unseen. */
  store(key: CacheKey, { diagnostics, unchanged }: Findings, workspace: Workspace): void {
    const read = workspace.reads;
    if (read.some(({ path }) => /^[a-z]+:\/\//i.test(path))) return;
    const entry: Entry = {
      read: read.map(({ path, text }) => [path, text === undefined ? null : hashOf(text)]),
      diagnostics: diagnostics.map(withoutTexts),
      unchanged,
    };
    try {
      mkdirSync(this.#folder, { recursive: true });
      const file = this.#file(key);
      writeFileSync(`${file}.${process.pid}`, JSON.stringify(entry));
      renameSync(`${file}.${process.pid}`, file);
    } catch {
      // A cache that cannot be written makes the next run slower, never wrong.
    }
  }

  #load(key: CacheKey): Entry | undefined {
    const text = textOf(this.#file(key));
    try {
      return text === undefined ? undefined : (JSON.parse(text) as Entry);
    } catch {
      return undefined;
    }
  }

  #file({ inputs, settings, allowUrls }: CacheKey): string {
    const levels = (rules: ReadonlyMap<string, string>) => [...rules].sort();
    const overrides = settings.overrides.map(({ under, rulesets, rules }) => [under, rulesets, levels(rules)]);
    const parts = [
      this.#build,
      this.#root,
      inputs.root,
      inputs.paths,
      settings.rulesets,
      levels(settings.rules),
      overrides,
      allowUrls,
    ];
    return join(this.#folder, `${hashOf(JSON.stringify(parts))}.json`);
  }
}

function textOf(file: string | URL): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function withoutTexts({ rule, severity, message, location, related }: Diagnostic): Diagnostic {
  const bare = { rule, severity, message, location: bareLocation(location) };
  if (related === undefined) return bare;
  return { ...bare, related: related.map((one) => ({ message: one.message, location: bareLocation(one.location) })) };
}

function bareLocation({ source, pointer, range }: Location): Location {
  return { source: { path: source.path, text: '' }, pointer, range };
}

function withTexts(diagnostic: Diagnostic, texts: ReadonlyMap<string, string>): Diagnostic {
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
