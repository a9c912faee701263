import type { Profile } from '../../core/compat/profiles.ts';
import type { DiffFormat } from '../../core/compat/report/formats.ts';
import type { DiffEventMode, DiffFailOn } from '../config/config.ts';

/** The command line of `diff`, after commander. */
export interface DiffOptions {
  readonly base?: string;
  readonly format?: DiffFormat;
  readonly failOn?: DiffFailOn;
  readonly profile?: Profile;
  readonly eventMode?: DiffEventMode;
  readonly output?: string;
  readonly config?: string;
  readonly accept?: string;
  readonly because?: string;
  readonly by?: string;
  readonly until?: string;
}
