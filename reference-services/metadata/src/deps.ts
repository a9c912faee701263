import type { Principal, TokenVerifier } from '../../common/auth/token-verifier.ts';
import type { Health } from '../../common/health.ts';
import type { IdempotencyKeys } from '../../common/idempotency/idempotency-keys.ts';
import type { Logger } from '../../common/logging.ts';
import type { Metrics } from '../../common/metrics.ts';
import type { RateLimiter } from '../../common/rate-limit.ts';
import type { Context } from '../generated/index.ts';
import type { Recordings } from './store/recordings.ts';
import type { Segments } from './store/segments.ts';
import type { Speakers } from './store/speakers.ts';
import type { Transcripts } from './store/transcripts.ts';

/** All that the handlers use. Tests pass the real things with other settings. */
export interface MetadataDeps {
  readonly recordings: Recordings;
  readonly transcripts: Transcripts;
  readonly segments: Segments;
  readonly speakers: Speakers;
  readonly idempotency: IdempotencyKeys;
  readonly tokens: TokenVerifier;
  readonly limiter: RateLimiter;
  readonly health: Health;
  readonly metrics: Metrics;
  readonly logger: Logger;
  readonly maxBodyBytes: number;
}

/** What every handler gets whose caller is known. */
export type Asked = Context<MetadataDeps, Principal>;
