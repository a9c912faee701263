import CircuitBreaker from 'opossum';

export interface BreakerOptions {
  /** Opens when at least this share of the calls in the window failed, in percent. */
  readonly errorThresholdPercentage?: number;
  /** And at least this many were made. */
  readonly volumeThreshold?: number;
  readonly windowMs?: number;
  /** How long it stays open before it lets one call through. */
  readonly resetMs?: number;
}

export type BreakerState = 'closed' | 'open' | 'half-open';

/** The breaker is open: the upstream has failed too often lately and was not asked. */
export class UpstreamUnavailableError extends Error {
  override readonly name = 'UpstreamUnavailableError';
  readonly upstream: string;
  readonly retryAfterSeconds: number;

  constructor(upstream: string, retryAfterSeconds: number) {
    super(`${upstream} has failed too often lately and is not asked for now.`);
    this.upstream = upstream;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export interface UpstreamBreaker {
  readonly upstream: string;
  state(): BreakerState;
  /** A middleware of generated clients. */
  guard(request: Request, next: (request: Request) => Promise<Response>): Promise<Response>;
  stop(): void;
}

/** A response that speaks of the upstream's own trouble; 501 and the like are answers. */
const troubled = new Set([500, 502, 503, 504]);

/** A three-state circuit breaker over everything that is asked of one upstream. */
export function createBreaker(upstream: string, options: BreakerOptions = {}): UpstreamBreaker {
  const { errorThresholdPercentage = 50, volumeThreshold = 10, windowMs = 10_000, resetMs = 5_000 } = options;
  const breaker = new CircuitBreaker(ask, {
    // Timeouts belong to the client, which knows the operation.
    timeout: false,
    errorThresholdPercentage,
    volumeThreshold,
    rollingCountTimeout: windowMs,
    resetTimeout: resetMs,
  });
  return {
    upstream,
    state: () => (breaker.opened ? 'open' : breaker.halfOpen ? 'half-open' : 'closed'),
    guard,
    stop: () => breaker.shutdown(),
  };

  async function guard(request: Request, next: (request: Request) => Promise<Response>): Promise<Response> {
    try {
      return await breaker.fire(request, next);
    } catch (error) {
      if (error instanceof TroubledResponse) return error.response;
      if (error instanceof Error && CircuitBreaker.isOurError(error))
        throw new UpstreamUnavailableError(upstream, Math.ceil(resetMs / 1000));
      throw error;
    }
  }
}

/** Carries a failed response through the breaker, which only counts what is thrown. */
class TroubledResponse extends Error {
  readonly response: Response;
  constructor(response: Response) {
    super('troubled');
    this.response = response;
  }
}

async function ask(request: Request, next: (request: Request) => Promise<Response>): Promise<Response> {
  const response = await next(request);
  if (troubled.has(response.status)) throw new TroubledResponse(response);
  return response;
}
