import type { RuleSettings } from '../../core/rules/settings.ts';

/** The configuration after defaults, paths relative to `root`. */
export interface Config {
  /** Absolute: the folder of the configuration file, or the project that the working folder belongs to. */
  readonly root: string;
  /** Relative to `root`; undefined when the defaults are in force. */
  readonly file: string | undefined;
  readonly contracts: readonly string[];
  readonly settings: RuleSettings;
  readonly failOn: FailOn;
  readonly allowUrls: readonly string[];
  readonly generate: readonly GenerateEntry[];
}

export type FailOn = 'error' | 'warning' | 'never';

/** One folder of generated code. */
export interface GenerateEntry {
  readonly contract: string;
  readonly target: string;
  readonly output: string;
  readonly options: { readonly importExtension: '.js' | '.ts' | '' };
}
