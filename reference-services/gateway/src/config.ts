import { type Environment, readConfig, type Settings } from '../../common/config.ts';
import type { RateLimitPolicy } from '../../common/rate-limit.ts';
import { readServiceConfig, type ServiceConfig } from '../../common/service/config.ts';
import type { JoinLimits } from './streams/join.ts';

export interface GatewayConfig extends ServiceConfig {
  readonly upstreams: UpstreamUrls;
  /** Requests of one client to one operation; `rateLimit` is the quota of a tenant. */
  readonly clientLimit: RateLimitPolicy;
  readonly uploadBytes: RateLimitPolicy;
  readonly audioSeconds: RateLimitPolicy;
  readonly streams: StreamConfig;
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

export interface StreamConfig extends JoinLimits {
  /** Where the speech service takes streams; without it they answer 503. */
  readonly url: string | undefined;
  /** How many streams a tenant may have open at once. */
  readonly perTenant: number;
  /** How long streams may go on after SIGTERM before they are closed. */
  readonly graceMs: number;
}

export interface UpstreamUrls {
  readonly ingestion: string;
  readonly search: string;
  readonly metadata: string;
  /** Without it, jobs answer 503. */
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
      uploadBytes: quota(settings, 'GATEWAY_UPLOAD_BYTES_PER_DAY', { fallback: 100 * 1024 ** 3, days: 1 }),
      audioSeconds: quota(settings, 'GATEWAY_AUDIO_SECONDS_PER_MONTH', { fallback: 3_600_000, days: 30 }),
      streams: readStreams(settings),
      redisUrl: readRedisUrl(settings),
      allowedOrigins: readOrigins(settings),
      upstreamTimeoutMs: milliseconds(settings, 'GATEWAY_UPSTREAM_TIMEOUT_MS', 5_000),
      uploadTimeoutMs: milliseconds(settings, 'GATEWAY_UPLOAD_TIMEOUT_MS', 900_000),
      bodyTimeoutMs: milliseconds(settings, 'GATEWAY_BODY_TIMEOUT_MS', 10_000),
    };
  });
}

function readStreams(settings: Settings): StreamConfig {
  const count = { fallback: 20, minimum: 0, maximum: 100_000 };
  const bytes = { fallback: 262_144, minimum: 1_024, maximum: 67_108_864 };
  return {
    url: readUrl(settings, 'ASR_STREAM_URL') ?? readUrl(settings, 'ASR_URL'),
    perTenant: settings.integer('GATEWAY_STREAM_LIMIT', count),
    bufferBytes: settings.integer('GATEWAY_STREAM_BUFFER_BYTES', bytes),
    stallMs: milliseconds(settings, 'GATEWAY_STREAM_STALL_MS', 30_000),
    idleMs: milliseconds(settings, 'GATEWAY_STREAM_IDLE_MS', 60_000),
    pingMs: milliseconds(settings, 'GATEWAY_STREAM_PING_MS', 30_000),
    graceMs: milliseconds(settings, 'GATEWAY_STREAM_GRACE_MS', 5_000),
  };
}

/** As far as the contract lets quotas go. */
const largestQuota = 1_000_000_000_000;

function quota(settings: Settings, name: string, { fallback, days }: { fallback: number; days: number }) {
  const requests = settings.integer(name, { fallback, minimum: 0, maximum: largestQuota });
  return { requests, windowSeconds: days * 86_400 };
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
