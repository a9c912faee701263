import { fileURLToPath } from 'node:url';
import type { KeySource } from '../auth/key-source.ts';
import { readJwks } from '../auth/read-jwks.ts';
import type { Settings } from '../config.ts';
import type { RateLimitPolicy } from '../rate-limit.ts';

/** What every service is told; each has more of its own. */
export interface ServiceConfig {
  readonly host: string;
  readonly port: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly tokens: TokenConfig;
  readonly rateLimit: RateLimitPolicy;
  readonly maxBodyBytes: number;
  readonly drainTimeoutMs: number;
}

export type TokenConfig =
  | { readonly kind: 'jwks'; readonly keys: KeySource; readonly issuer: string; readonly audience: string }
  /** A key pair of this machine's own. With a file, `dev-token.ts` can issue tokens that the service accepts. */
  | { readonly kind: 'development'; readonly keyFile: string | undefined };

export interface ServiceDefaults {
  /** Before the names of the service's own variables: `METADATA`. */
  readonly prefix: string;
  readonly port: number;
  /** 16 MiB when left out. */
  readonly maxBodyBytes?: number;
}

/** Where the development key pair lies; git ignores the folder. */
export const developmentKeyFile = fileURLToPath(new URL('../../.data/development-issuer.json', import.meta.url));

const mebibyte = 1024 * 1024;

export function readServiceConfig(settings: Settings, defaults: ServiceDefaults): ServiceConfig {
  const { prefix, port, maxBodyBytes = 16 * mebibyte } = defaults;
  return {
    host: settings.optional('HOST') ?? '0.0.0.0',
    port: settings.integer('PORT', { fallback: port, minimum: 0, maximum: 65_535 }),
    logLevel: settings.oneOf('LOG_LEVEL', ['debug', 'info', 'warn', 'error', 'silent'], 'info'),
    tokens: readTokens(settings, prefix),
    rateLimit: {
      requests: settings.integer(`${prefix}_RATE_LIMIT`, { fallback: 6_000, minimum: 1, maximum: 10_000_000 }),
      windowSeconds: settings.integer(`${prefix}_RATE_LIMIT_WINDOW_SECONDS`, {
        fallback: 60,
        minimum: 1,
        maximum: 3_600,
      }),
    },
    maxBodyBytes: settings.integer(`${prefix}_MAX_BODY_BYTES`, {
      fallback: maxBodyBytes,
      minimum: 1_024,
      maximum: 256 * mebibyte,
    }),
    drainTimeoutMs: settings.integer(`${prefix}_DRAIN_TIMEOUT_MS`, { fallback: 20_000, minimum: 0, maximum: 600_000 }),
  };
}

function readTokens(settings: Settings, prefix: string): TokenConfig {
  const keys = readKeys(settings, prefix);
  if (keys === undefined) return readDevelopmentTokens(settings, prefix);
  const issuer = settings.optional(`${prefix}_TOKEN_ISSUER`);
  const audience = settings.optional(`${prefix}_TOKEN_AUDIENCE`);
  if (issuer === undefined) {
    settings.report(`${prefix}_TOKEN_ISSUER is missing. Set it to the "iss" of the access tokens.`);
  }
  if (audience === undefined) {
    settings.report(`${prefix}_TOKEN_AUDIENCE is missing. Set it to the "aud" of the access tokens.`);
  }
  return { kind: 'jwks', keys, issuer: issuer ?? '', audience: audience ?? '' };
}

function readKeys(settings: Settings, prefix: string): KeySource | undefined {
  const url = settings.optional(`${prefix}_JWKS_URL`);
  const file = settings.optional(`${prefix}_JWKS_FILE`);
  if (url !== undefined) {
    if (file !== undefined)
      settings.report(`${prefix}_JWKS_URL and ${prefix}_JWKS_FILE are both set. Keep one of them.`);
    if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
      settings.report(`${prefix}_JWKS_URL is "${url}". Set it like https://issuer.example/.well-known/jwks.json.`);
    }
    return { kind: 'url', url };
  }
  if (file === undefined) return undefined;
  const keys = readJwks(file);
  if (typeof keys === 'string') settings.report(`${prefix}_JWKS_FILE names "${file}", which cannot be used: ${keys}.`);
  return { kind: 'file', file, keys: typeof keys === 'string' ? { keys: [] } : keys };
}

function readDevelopmentTokens(settings: Settings, prefix: string): TokenConfig {
  if (settings.optional('NODE_ENV') === 'production') {
    settings.report(
      `${prefix}_JWKS_FILE is missing. In production, set it to a file with the public keys of the token issuer.`,
    );
  }
  return { kind: 'development', keyFile: developmentKeyFile };
}
