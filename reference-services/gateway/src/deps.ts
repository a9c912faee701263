import type { Principal } from '../../common/auth/token-verifier.ts';
import type { Clock } from '../../common/clock.ts';
import type { RateLimitPolicy } from '../../common/rate-limit.ts';
import type { RateLimits } from '../../common/rate-limits/rate-limits.ts';
import type { ServiceDeps } from '../../common/service/service-deps.ts';
import type { Context } from '../generated/index.ts';
import type { Streams } from './streams/streams.ts';
import type { StreamUpstream } from './streams/upstream.ts';
import type { Upstreams } from './upstreams/open.ts';

/** All that the handlers use. */
export interface GatewayDeps extends ServiceDeps {
  readonly clock: Clock;
  readonly upstreams: Upstreams;
  /** Undefined where no speech service is configured. */
  readonly streamUpstream: StreamUpstream | undefined;
  readonly streams: Streams;
  readonly limits: RateLimits;
  readonly policies: Policies;
  readonly maxBodyBytes: number;
  readonly bodyTimeoutMs: number;
  readonly allowedOrigins: readonly string[];
}

export interface Policies {
  /** All requests of a tenant together. */
  readonly tenant: RateLimitPolicy;
  /** Those of one client to one operation. */
  readonly client: RateLimitPolicy;
  /** Bytes that a tenant may upload. */
  readonly uploadBytes: RateLimitPolicy;
  /** Seconds of audio that a tenant may have recognised, uploaded or streamed. */
  readonly audioSeconds: RateLimitPolicy;
  /** How many streams a tenant may have open at once. */
  readonly streams: number;
}

/** What every handler gets whose caller is known. */
export type Asked = Context<GatewayDeps, Principal>;
