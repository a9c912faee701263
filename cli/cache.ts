import { join } from 'node:path';
import type { Diagnostic } from '../core/diagnostics/diagnostic.ts';
import type { RuleSettings } from '../core/rules/settings.ts';
import type { Workspace } from '../core/source/workspace.ts';
import {
  buildId,
  cacheFolder,
  hashesOf,
  hashOf,
  type ReadHashes,
  readEntry,
  settingsKey,
  unchangedTexts,
  withoutTexts,
  withTexts,
  writeEntry,
} from './cache-files.ts';
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

/** A run's findings together with everything that it read. */
interface Entry extends Findings {
  readonly read: ReadHashes;
}

/**
 * Findings of earlier runs under `node_modules/.cache`, keyed by the content of what they read. A run whose files are
 * all unchanged is answered without loading a single rule. Without a `node_modules` folder there is no cache.
 */
export class ResultCache {
  readonly #folder: string;
  readonly #root: string;
  readonly #build: string;

  private constructor(root: string, folder: string, build: string) {
    this.#root = root;
    this.#build = build;
    this.#folder = folder;
  }

  static at(root: string): ResultCache | undefined {
    const [build, folder] = [buildId(), cacheFolder(root)];
    return build !== undefined && folder !== undefined ? new ResultCache(root, folder, build) : undefined;
  }

  find(key: CacheKey): Findings | undefined {
    // Entries are under the name of the build that wrote them.
    const entry = readEntry(this.#file(key)) as Entry | undefined;
    const texts = entry === undefined ? undefined : unchangedTexts(key.inputs.root, entry.read);
    if (entry === undefined || texts === undefined) return undefined;
    return { ...entry, diagnostics: entry.diagnostics.map((diagnostic) => withTexts(diagnostic, texts)) };
  }

  /** Keeps a run's findings; not those of a run that read from the network. */
  store(key: CacheKey, { diagnostics, unchanged }: Findings, workspace: Workspace): void {
    const read = hashesOf(workspace.reads);
    if (read === undefined) return;
    const entry: Entry = { read, diagnostics: diagnostics.map(withoutTexts), unchanged };
    writeEntry(this.#folder, this.#file(key), entry);
  }

  #file({ inputs, settings, allowUrls }: CacheKey): string {
    const parts = [this.#build, this.#root, inputs.root, inputs.paths, settingsKey(settings), allowUrls];
    return join(this.#folder, `${hashOf(JSON.stringify(parts))}.json`);
  }
}
