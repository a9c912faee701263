import type { Principal } from '../../common/auth/token-verifier.ts';
import type { Clock } from '../../common/clock.ts';
import type { CreatingDeps } from '../../common/service/create-once.ts';
import type { Context } from '../generated/index.ts';
import type { ConcludingDeps } from './conclude.ts';
import type { Limits } from './config.ts';
import type { Multipart } from './multipart.ts';
import type { Spool } from './spool.ts';
import type { ResumableUploads } from './store/resumable-uploads.ts';
import type { Uploads } from './store/uploads.ts';

/** All that the handlers use. Tests pass the real things with other settings. */
export interface IngestionDeps extends CreatingDeps, ConcludingDeps {
  readonly clock: Clock;
  readonly uploads: Uploads;
  readonly resumable: ResumableUploads;
  readonly spool: Spool;
  readonly multipart: Multipart;
  readonly limits: Limits;
  readonly maxBodyBytes: number;
}

/** What every handler gets whose caller is known. */
export type Asked = Context<IngestionDeps, Principal>;
