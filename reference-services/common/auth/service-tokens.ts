import { readFileSync } from 'node:fs';
import { importJWK, type JWK, SignJWT } from 'jose';
import { type Clock, systemClock } from '../clock.ts';
import { ConfigurationError, type Settings } from '../config.ts';
import type { TokenConfig } from '../service/config.ts';
import type { DevelopmentIssuer } from './development-issuer.ts';

/** Tokens with which a service asks another one, on its own behalf, within one tenant at a time. */
export interface ServiceTokens {
  /** One that is good for some minutes. */
  of(tenant: string): Promise<string>;
}

export type ServiceTokenConfig =
  /** Signed with a private key whose public part is in the key set of the services that are asked. */
  | { readonly kind: 'key'; readonly key: JWK; readonly issuer: string; readonly audience: string }
  /** By the development issuer that the service's own tokens come from. */
  | { readonly kind: 'development' };

export interface Asking {
  /** Who asks: `embeddings`. */
  readonly service: string;
  /** All that its tokens allow. */
  readonly scopes: readonly string[];
}

/** `<prefix>_SERVICE_KEY_FILE`: needed where tokens are of an issuer that this machine does not have the keys of. */
export function readServiceTokenConfig(settings: Settings, prefix: string, tokens: TokenConfig): ServiceTokenConfig {
  const name = `${prefix}_SERVICE_KEY_FILE`;
  const file = settings.optional(name);
  if (tokens.kind === 'development') {
    if (file !== undefined) settings.report(`${name} is set without ${prefix}_JWKS_FILE. Set both or neither.`);
    return { kind: 'development' };
  }
  const key = file === undefined ? 'it is missing' : readPrivateKey(file);
  if (typeof key === 'string') {
    settings.report(
      `${name} cannot be used: ${key}. Set it to the private key (an RSA JWK with "kid") of this service.`,
    );
    return { kind: 'development' };
  }
  return { kind: 'key', key, issuer: tokens.issuer, audience: tokens.audience };
}

/** The key itself, or in words why there is none. The words never hold a part of it. */
function readPrivateKey(file: string): JWK | string {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const isPrivate = typeof value === 'object' && value !== null && 'd' in value && 'kty' in value && 'kid' in value;
    return isPrivate && value.kty === 'RSA' ? (value as JWK) : 'it holds no private RSA key with a "kid"'; // `importJWK` checks the rest
  } catch {
    return `"${file}" cannot be read as JSON`;
  }
}

const lifetimeSeconds = 600;
/** What is asked with a token takes less time than this. */
const spareSeconds = 60;
const mostTenants = 1_000;

/** Each token is used again until it is nearly over. */
export function createServiceTokens(
  config: ServiceTokenConfig,
  asking: Asking,
  { development, clock = systemClock }: { readonly development: DevelopmentIssuer | undefined; readonly clock?: Clock },
): ServiceTokens {
  const kept = new Map<string, { readonly token: Promise<string>; readonly until: number }>();
  const sign = signerOf(config, asking, development);
  return {
    of(tenant) {
      const now = clock().getTime();
      const known = kept.get(tenant);
      if (known !== undefined && known.until > now) return known.token;
      const token = sign(tenant, now);
      kept.delete(tenant);
      kept.set(tenant, { token, until: now + (lifetimeSeconds - spareSeconds) * 1_000 });
      const [oldest] = kept.keys();
      if (kept.size > mostTenants && oldest !== undefined) kept.delete(oldest);
      return token;
    },
  };
}

type Sign = (tenant: string, now: number) => Promise<string>;

function signerOf(config: ServiceTokenConfig, { service, scopes }: Asking, development?: DevelopmentIssuer): Sign {
  if (config.kind === 'development') {
    if (development === undefined) throw new ConfigurationError([`${service} has no key to sign its tokens with.`]);
    return (tenant) => development.issue({ tenant, scopes, subject: service, lifetimeSeconds });
  }
  const { key, issuer, audience } = config;
  const imported = importJWK(key, 'RS256');
  return async (tenant, now) => {
    const seconds = Math.floor(now / 1_000);
    return new SignJWT({ tenant, scope: scopes.join(' '), client_id: service })
      .setProtectedHeader({ alg: 'RS256', kid: key.kid ?? '', typ: 'JWT' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(service)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + lifetimeSeconds)
      .sign(await imported);
  };
}
