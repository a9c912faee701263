import type { Clock } from '../../common/clock.ts';
import type { Database } from '../../common/database/database.ts';
import type { CreatingDeps } from '../../common/service/create-once.ts';
import type { Jobs } from './store/jobs.ts';

/** All that the handlers use. Tests pass the real things with other settings. */
export interface NlpPostDeps extends CreatingDeps {
  readonly clock: Clock;
  readonly database: Database;
  readonly jobs: Jobs;
  /** Tells the runner that there is a job. */
  readonly wake: () => void;
  readonly maxBodyBytes: number;
}
