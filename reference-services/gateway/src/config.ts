import { type Environment, readConfig, type Settings } from '../../common/config.ts';
import type { RateLimitPolicy } from '../../common/rate-limit.ts';
import { readServiceConfig, type ServiceConfig } from '../../common/service/config.ts';

export interface GatewayConfig extends ServiceConfig {
  readonly upstreams: UpstreamUrls;
  /** Requests of one client to one operation; `rateLimit` is the quota of a tenant. */
  readonly clientLimit: RateLimitPolicy;
  readonly redisUrl: string | undefined;
  /** The origins whose pages may call, exactly as browsers send them. */
  readonly allowedOrigins: readonly string[];
  /** For one attempt at an upstream. */
  readonly upstreamTimeoutMs: number;
  /** How long an upload may take as a whole. */
  readonly uploadTimeoutMs: number;
  /** How long the body of any other request may take, and within which an upload has to make progress. */
  readonly bodyTimeoutMs: number;
}

export interface UpstreamUrls {
  readonly ingestion: string;
  readonly search: string;
  readonly metadata: string;
  /** Without it, jobs and streams answer 503. */
  readonly asr: string | undefined;
}

export function readGatewayConfig(environment: Environment): GatewayConfig {
  return readConfig(environment, (settings) => {
    const service = readServiceConfig(settings, { prefix: 'GATEWAY', port: 8080, maxBodyBytes: 1024 * 1024 });
    const { windowSeconds } = service.rateLimit;
    return {
      ...service,
      upstreams: {
        ingestion: readUrl(settings, 'INGESTION_URL') ?? 'http://localhost:8081',
        search: readUrl(settings, 'SEARCH_URL') ?? 'http://localhost:8083',
        metadata: readUrl(settings, 'METADATA_URL') ?? 'http://localhost:8084',
        asr: readUrl(settings, 'ASR_URL'),
      },
      clientLimit: {
        requests: settings.integer('GATEWAY_CLIENT_RATE_LIMIT', { fallback: 1_200, minimum: 1, maximum: 10_000_000 }),
        windowSeconds,
      },
      redisUrl: readRedisUrl(settings),
      allowedOrigins: readOrigins(settings),
      upstreamTimeoutMs: milliseconds(settings, 'GATEWAY_UPSTREAM_TIMEOUT_MS', 5_000),
      uploadTimeoutMs: milliseconds(settings, 'GATEWAY_UPLOAD_TIMEOUT_MS', 900_000),
      bodyTimeoutMs: milliseconds(settings, 'GATEWAY_BODY_TIMEOUT_MS', 10_000),
    };
  });
}

function milliseconds(settings: Settings, name: string, fallback: number): number {
  return settings.integer(name, { fallback, minimum: 10, maximum: 3_600_000 });
}

function readUrl(settings: Settings, name: string): string | undefined {
  const url = settings.optional(name);
  if (url !== undefined && !(/^https?:\/\//.test(url) && URL.canParse(url))) {
    settings.report(`${name} is "${url}". Set it like http://search:8083.`);
  }
  return url?.replace(/\/+$/, '');
}

/** The address may hold a password, so the sentence does not repeat it. */
function readRedisUrl(settings: Settings): string | undefined {
  const url = settings.optional('REDIS_URL');
  if (url !== undefined && !/^rediss?:\/\//.test(url)) {
    settings.report('REDIS_URL is not a Redis address. Set it like redis://:password@host:6379/0.');
  }
  return url;
}

function readOrigins(settings: Settings): readonly string[] {
  const origins = (settings.optional('GATEWAY_ALLOWED_ORIGINS') ?? '').split(',').flatMap((one) => one.trim() || []);
  const wrong = origins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
  if (wrong !== undefined) {
    settings.report(`GATEWAY_ALLOWED_ORIGINS holds "${wrong}". Set it like https://app.example,https://admin.example.`);
  }
  return origins;
}
