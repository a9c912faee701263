import type { Principal, TokenVerifier } from '../auth/token-verifier.ts';
import type { Health } from '../health.ts';
import type { Logger } from '../logging.ts';
import type { Metrics } from '../metrics.ts';
import type { RateLimiter } from '../rate-limit.ts';

/** What the handlers of every service find in their dependencies; each service adds its own. */
export interface ServiceDeps {
  readonly tokens: TokenVerifier;
  readonly limiter: RateLimiter;
  readonly health: Health;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

/**
 * What a handler is called with, as far as the shared parts look at it. Each service has a generated runtime of its own,
 * whose `Context` fits this.
 */
export interface ServiceContext<Deps, Caller = Principal> {
  readonly deps: Deps;
  readonly principal: Caller;
  readonly requestId: string;
  readonly operationId: string;
}

/** An answer of a handler whose operation does not matter. */
export interface AnyAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly contentType?: string;
  readonly headers?: { readonly [name: string]: unknown };
}
