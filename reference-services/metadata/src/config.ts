import { fileURLToPath } from 'node:url';
import type { JSONWebKeySet } from 'jose';
import { readJwks } from '../../common/auth/read-jwks.ts';
import { type Environment, readConfig, type Settings } from '../../common/config.ts';
import type { RateLimitPolicy } from '../../common/rate-limit.ts';

export interface MetadataConfig {
  readonly host: string;
  readonly port: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly database: DatabaseConfig;
  readonly tokens: TokenConfig;
  readonly rateLimit: RateLimitPolicy;
  readonly maxBodyBytes: number;
  readonly drainTimeoutMs: number;
}

export type DatabaseConfig =
  | { readonly kind: 'postgres'; readonly url: string; readonly poolSize: number; readonly statementTimeoutMs: number }
  /** Without a folder the data lives in memory and goes with the process. */
  | { readonly kind: 'embedded'; readonly folder: string | undefined };

export type TokenConfig =
  | { readonly kind: 'jwks'; readonly keys: JSONWebKeySet; readonly issuer: string; readonly audience: string }
  /** A key pair of this machine's own. With a file, `dev-token.ts` can issue tokens that the service accepts. */
  | { readonly kind: 'development'; readonly keyFile: string | undefined };

/** Where the development key pair lies; git ignores the folder. */
export const developmentKeyFile = fileURLToPath(new URL('../../.data/development-issuer.json', import.meta.url));

export function readMetadataConfig(environment: Environment): MetadataConfig {
  return readConfig(environment, (settings) => ({
    host: settings.optional('HOST') ?? '0.0.0.0',
    port: settings.integer('PORT', { fallback: 8084, minimum: 0, maximum: 65_535 }),
    logLevel: settings.oneOf('LOG_LEVEL', ['debug', 'info', 'warn', 'error', 'silent'], 'info'),
    database: readDatabase(settings),
    tokens: readTokens(settings),
    rateLimit: {
      requests: settings.integer('METADATA_RATE_LIMIT', { fallback: 6_000, minimum: 1, maximum: 10_000_000 }),
      windowSeconds: settings.integer('METADATA_RATE_LIMIT_WINDOW_SECONDS', {
        fallback: 60,
        minimum: 1,
        maximum: 3_600,
      }),
    },
    maxBodyBytes: settings.integer('METADATA_MAX_BODY_BYTES', {
      fallback: 16 * 1024 * 1024,
      minimum: 1_024,
      maximum: 256 * 1024 * 1024,
    }),
    drainTimeoutMs: settings.integer('METADATA_DRAIN_TIMEOUT_MS', { fallback: 20_000, minimum: 0, maximum: 600_000 }),
  }));
}

function readDatabase(settings: Settings): DatabaseConfig {
  const url = settings.optional('DATABASE_URL');
  const folder = settings.optional('METADATA_DATA_DIR');
  const poolSize = settings.integer('METADATA_POOL_SIZE', { fallback: 10, minimum: 1, maximum: 500 });
  const statementTimeoutMs = settings.integer('METADATA_STATEMENT_TIMEOUT_MS', {
    fallback: 5_000,
    minimum: 10,
    maximum: 600_000,
  });
  if (url === undefined) return { kind: 'embedded', folder };
  if (!/^postgres(ql)?:\/\//.test(url)) {
    // The value is not shown: it usually holds a password.
    settings.report('DATABASE_URL is not a PostgreSQL address. Set it like postgresql://user:password@host:5432/name.');
  }
  if (folder !== undefined) {
    settings.report('METADATA_DATA_DIR and DATABASE_URL are both set. Unset the one that you do not mean.');
  }
  return { kind: 'postgres', url, poolSize, statementTimeoutMs };
}

function readTokens(settings: Settings): TokenConfig {
  const file = settings.optional('METADATA_JWKS_FILE');
  if (file === undefined) return readDevelopmentTokens(settings);
  const keys = readJwks(file);
  const issuer = settings.optional('METADATA_TOKEN_ISSUER');
  const audience = settings.optional('METADATA_TOKEN_AUDIENCE');
  if (typeof keys === 'string') settings.report(`METADATA_JWKS_FILE names "${file}", which cannot be used: ${keys}.`);
  if (issuer === undefined)
    settings.report('METADATA_TOKEN_ISSUER is missing. Set it to the "iss" of the access tokens.');
  if (audience === undefined)
    settings.report('METADATA_TOKEN_AUDIENCE is missing. Set it to the "aud" of the access tokens.');
  return {
    kind: 'jwks',
    keys: typeof keys === 'string' ? { keys: [] } : keys,
    issuer: issuer ?? '',
    audience: audience ?? '',
  };
}

function readDevelopmentTokens(settings: Settings): TokenConfig {
  if (settings.optional('NODE_ENV') === 'production') {
    settings.report(
      'METADATA_JWKS_FILE is missing. In production, set it to a file with the public keys of the token issuer.',
    );
  }
  return { kind: 'development', keyFile: developmentKeyFile };
}
