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
  generate(contract: Contract, options: TargetOptions): Generated;
}

export interface TargetOptions {
  /** How relative imports end: `.js` for `nodenext`, `.ts` for type stripping, nothing for bundlers. */
  readonly importExtension: ImportExtension;
  /** The files that the contract was read from, for targets that print what is written there rather than what it means. */
  readonly workspace?: Workspace;
}

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
