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
  /** Say what would be written, and write nothing. */
  readonly dryRun: boolean;
  /** Overwrite and remove files that people edited. */
  readonly force: boolean;
  readonly importExtension?: ImportExtension;
  readonly config?: string;
}
