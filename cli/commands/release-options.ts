import type { Profile } from '../../core/compat/profiles.ts';

/** The command line of `release`, after commander. */
export interface ReleaseOptions {
  readonly dryRun?: boolean;
  readonly profile?: Profile;
  readonly config?: string;
}
