import type { Profile } from '../../core/compat/profiles.ts';
import type { DiffEventMode } from '../config/config.ts';

/** The command line of `release`, after commander. */
export interface ReleaseOptions {
  readonly dryRun?: boolean;
  readonly profile?: Profile;
  readonly eventMode?: DiffEventMode;
  readonly config?: string;
}
