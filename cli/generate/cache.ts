import { join } from 'node:path';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import type { Read } from '../../core/source/workspace.ts';
import { type FileHashes, hashesOfFiles } from '../../generators/output.ts';
import type { GeneratedFile } from '../../generators/target.ts';
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
} from '../cache-files.ts';
import type { Entry } from '../commands/generate-entries.ts';
import type { Config } from '../config/config.ts';
import type { Inputs } from '../inputs.ts';

/** What generating an entry gave, without the texts of its files. */
export interface KnownResult {
  readonly files: FileHashes;
  readonly diagnostics: readonly Diagnostic[];
  /** What it was made from, relative to the root of the inputs. */
  readonly read: readonly string[];
}

interface Kept {
  readonly read: ReadHashes;
  readonly files: FileHashes;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What earlier runs made of contracts that have not changed since, under `node_modules/.cache`. It holds hashes only, so
 * that the folder itself is looked at every time, and an answer is never more than "this is what would be made".
 */
export class GenerateCache {
  readonly #folder: string;
  readonly #build: string;

  constructor(folder: string, build: string) {
    this.#folder = folder;
    this.#build = build;
  }

  static at(root: string): GenerateCache | undefined {
    const [build, folder] = [buildId(), cacheFolder(root)];
    return build !== undefined && folder !== undefined ? new GenerateCache(folder, build) : undefined;
  }

  find(entry: Entry, inputs: Inputs, config: Config): KnownResult | undefined {
    // Entries are under the name of the build that wrote them.
    const kept = readEntry(this.#file(entry, inputs, config)) as Kept | undefined;
    const texts = kept === undefined ? undefined : unchangedTexts(inputs.root, kept.read);
    if (kept === undefined || texts === undefined) return undefined;
    const { files, read } = kept;
    const diagnostics = kept.diagnostics.map((diagnostic) => withTexts(diagnostic, texts));
    return { files, diagnostics, read: read.map(([path]) => path) };
  }

  store(entry: Entry, inputs: Inputs, config: Config, made: Made): void {
    const read = hashesOf(made.reads);
    if (read === undefined) return;
    const kept: Kept = { read, files: hashesOfFiles(made.files), diagnostics: made.diagnostics.map(withoutTexts) };
    writeEntry(this.#folder, this.#file(entry, inputs, config), kept);
  }

  #file({ target, templates, options }: Entry, inputs: Inputs, { root, settings, allowUrls }: Config): string {
    const parts = [
      this.#build,
      'generate',
      target,
      templates ?? null,
      options,
      root,
      inputs.root,
      inputs.paths,
      settingsKey(settings),
      allowUrls,
    ];
    return join(this.#folder, `${hashOf(JSON.stringify(parts))}.json`);
  }
}

export interface Made {
  readonly files: readonly GeneratedFile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly reads: readonly Read[];
}
