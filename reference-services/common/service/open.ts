import { type DevelopmentIssuer, openDevelopmentIssuer } from '../auth/development-issuer.ts';
import { openKeySource } from '../auth/key-source.ts';
import { createTokenVerifier } from '../auth/token-verifier.ts';
import { type Clock, systemClock } from '../clock.ts';
import type { PoolState } from '../database/database.ts';
import { type Check, Health } from '../health.ts';
import { createLogger, type Logger } from '../logging.ts';
import { createMetrics } from '../metrics.ts';
import { RateLimiter } from '../rate-limit.ts';
import type { ServiceConfig, TokenConfig } from './config.ts';
import type { ServiceDeps } from './service-deps.ts';

/** What tests pass, and what services in one process share. */
export interface OpenOptions {
  readonly clock?: Clock;
  /** Takes the place of the development issuer that the configuration asks for: its key pair takes long to make. */
  readonly issuer?: DevelopmentIssuer;
  readonly logger?: Logger;
  /** Whether `/metrics` tells of the process too. */
  readonly processMetrics?: boolean;
}

export interface Parts {
  /** As in the contracts folder: `metadata`. */
  readonly name: string;
  /** What `/ready` asks. */
  readonly checks: readonly Check[];
  readonly pool?: () => PoolState;
}

export interface OpenService extends ServiceDeps {
  readonly clock: Clock;
  /** There only when no JWKS file is configured. */
  readonly issuer: DevelopmentIssuer | undefined;
}

/** The parts of a service that every service has. */
export async function openService(config: ServiceConfig, parts: Parts, options: OpenOptions): Promise<OpenService> {
  const { clock = systemClock, processMetrics = false } = options;
  const logger = options.logger ?? createLogger({ service: parts.name, level: config.logLevel });
  const issuer = options.issuer ?? (await openIssuer(config.tokens));
  return {
    clock,
    issuer,
    logger,
    tokens: createTokenVerifier({ ...tokenRules(config.tokens, issuer), clock }),
    limiter: new RateLimiter(config.rateLimit, clock),
    health: new Health(parts.checks, (check, error) => logger.warn({ check, error }, 'dependency unavailable')),
    metrics: createMetrics({ ...(parts.pool && { pool: parts.pool }), ofProcess: processMetrics }),
  };
}

/** There only where the configuration names no key set. */
export async function openIssuer(tokens: TokenConfig): Promise<DevelopmentIssuer | undefined> {
  return tokens.kind === 'development' ? openDevelopmentIssuer(tokens.keyFile) : undefined;
}

function tokenRules(tokens: TokenConfig, issuer: DevelopmentIssuer | undefined) {
  if (tokens.kind === 'jwks') return { ...tokens, keys: openKeySource(tokens.keys) };
  if (issuer === undefined) throw new Error('A development configuration always opens its issuer.');
  return issuer;
}
