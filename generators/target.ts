import type { Contract } from '../core/contract/model.ts';
import type { Diagnostic } from '../core/diagnostics/diagnostic.ts';

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
