import type { ImportExtension } from '../../generators/target.ts';

/** The command line of `generate`, after commander. */
export interface GenerateOptions {
  /** Files and folders; with no target named, they choose among the configured entries. */
  readonly contracts: readonly string[];
  /** Names of targets; empty for what the configuration lists. */
  readonly targets: readonly string[];
  readonly output?: string;
  /** Compare with what is there, write nothing, and exit with 1 on a difference. */
  readonly check: boolean;
  /** Print what would change as a diff, write nothing, and exit with 1 when something would. */
  readonly dryRun: boolean;
  /** Generate again whenever a file that was read changes. */
  readonly watch: boolean;
  /** Trust what earlier runs made of contracts that have not changed. */
  readonly cache: boolean;
  /** Overwrite and remove files that people edited. */
  readonly force: boolean;
  readonly importExtension?: ImportExtension;
  /** Options of the targets' own, each as `name=value`. */
  readonly settings?: readonly string[];
  readonly config?: string;
  /** A folder of templates that take the place of ours. */
  readonly templates?: string;
  /** Modules that bring targets, besides those of the configuration. */
  readonly plugins?: readonly string[];
}
