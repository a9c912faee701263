import type { Profile } from '../../core/compat/profiles.ts';
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
  /** Modules that bring targets: files relative to `root`, or packages. Only `generate` loads them. */
  readonly plugins: readonly string[];
  readonly diff: DiffConfig;
}

/** How `diff` and `release` judge, where the command line says nothing. */
export interface DiffConfig {
  readonly profile: Profile;
  readonly eventMode: DiffEventMode;
  readonly failOn: DiffFailOn;
  /** The file of accepted changes, relative to `root`. */
  readonly acceptedChanges: string;
}

/** The least verdict that makes the exit code 1. */
export const diffFailOns = ['breaking', 'warning', 'never'] as const;
export type DiffFailOn = (typeof diffFailOns)[number];

/** As `EventMode`. With `_TRANSITIVE`, every frozen release is compared with, not only the newest. */
export const diffEventModes = [
  'ACTION',
  'BACKWARD',
  'FORWARD',
  'FULL',
  'BACKWARD_TRANSITIVE',
  'FORWARD_TRANSITIVE',
  'FULL_TRANSITIVE',
] as const;
export type DiffEventMode = (typeof diffEventModes)[number];

export type FailOn = 'error' | 'warning' | 'never';

/** One folder of generated code. */
export interface GenerateEntry {
  readonly contract: string;
  readonly target: string;
  readonly output: string;
  /** The folder of templates that take the place of the target's own. */
  readonly templates?: string;
  readonly options: {
    readonly importExtension: '.js' | '.ts' | '';
    /** The target's own options; left out when there are none. */
    readonly settings?: Readonly<Record<string, string | boolean>>;
  };
}
