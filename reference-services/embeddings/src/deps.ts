import type { Principal } from '../../common/auth/token-verifier.ts';
import type { Database } from '../../common/database/database.ts';
import type { Encoder } from '../../common/encoder/encoder.ts';
import type { CreatingDeps } from '../../common/service/create-once.ts';
import type { Context } from '../generated/index.ts';
import type { Jobs } from './store/jobs.ts';
import type { Points } from './store/points.ts';

/** All that the handlers use. Tests pass the real things with other settings. */
export interface EmbeddingsDeps extends CreatingDeps {
  readonly database: Database;
  readonly encoder: Encoder;
  readonly jobs: Jobs;
  readonly points: Points;
  /** Tells the runner that there is a job. */
  readonly wake: () => void;
  /** Takes the event out of the dead letters, if it is there. */
  readonly forgetLetter: (eventId: string) => Promise<void>;
  readonly maxBodyBytes: number;
}

/** What every handler gets whose caller is known. */
export type Asked = Context<EmbeddingsDeps, Principal>;
