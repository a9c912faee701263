import type { Contract } from '../core/contract/model.ts';
import type { Diagnostic } from '../core/diagnostics/diagnostic.ts';
import type { Workspace } from '../core/source/workspace.ts';

/** Turns a contract into files. A target is a view and a list of files: it reads and writes nothing itself. */
export interface Target {
  /** As the command line takes it: `typescript-client`. */
  readonly id: string;
  /** One line, for lists. */
  readonly summary: string;
  readonly accepts: readonly Contract['kind'][];
  /** What the target can be told beside the common options; nothing when left out. */
  readonly options?: readonly TargetOption[];
  generate(contract: Contract, options: TargetOptions): Generated;
}

export interface TargetOptions {
  /** How relative imports end: `.js` for `nodenext`, `.ts` for type stripping, nothing for bundlers. */
  readonly importExtension: ImportExtension;
  /** The files that the contract was read from, for targets that print what is written there rather than what it means. */
  readonly workspace?: Workspace;
  /** Of the target's own options, those that were given: `checkSettings` has held them against what the target takes. */
  readonly settings?: TargetSettings;
}

/** An option of one target: one of a few words. */
export interface TargetOption {
  /** As the configuration spells it: `dates`. */
  readonly name: string;
  /** The first one is the default. `false` and `true` may be given as JSON has them, too. */
  readonly values: readonly [string, ...string[]];
  /** What it decides, for lists and messages. */
  readonly about: string;
}

export type TargetSettings = Readonly<Record<string, string | boolean>>;

export type ImportExtension = '.js' | '.ts' | '';

export const defaultTargetOptions: TargetOptions = { importExtension: '.js' };

export interface Generated {
  readonly files: readonly GeneratedFile[];
  /** What the target cannot express, each an `unsupported-…` finding with its position. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface GeneratedFile {
  /** Relative to the output folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}
