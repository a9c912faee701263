import { createLocalJWKSet, createRemoteJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { readJwks } from './read-jwks.ts';

/** Where the public keys of the token issuer are. Both kinds are asked again when a token names a key that is not known. */
export type KeySource =
  | { readonly kind: 'url'; readonly url: string }
  /** `keys` is what the file held at the start. */
  | { readonly kind: 'file'; readonly file: string; readonly keys: JSONWebKeySet };

export interface KeySourceOptions {
  /** The least time between two readings, so that tokens with invented keys cost nothing. */
  readonly cooldownMs?: number;
  /** After which the keys of a URL are fetched again anyway, so that a key that was withdrawn is forgotten. */
  readonly maxAgeMs?: number;
}

/** The keys cannot be had now, which is no fault of the token. */
export class KeysUnavailableError extends Error {
  override readonly name = 'KeysUnavailableError';
}

export function openKeySource(source: KeySource, options: KeySourceOptions = {}): JWTVerifyGetKey {
  return source.kind === 'url' ? keysOfUrl(source.url, options) : keysOfFile(source.file, source.keys, options);
}

function keysOfUrl(url: string, { cooldownMs = 30_000, maxAgeMs = 600_000 }: KeySourceOptions): JWTVerifyGetKey {
  const remote = createRemoteJWKSet(new URL(url), {
    cooldownDuration: cooldownMs,
    cacheMaxAge: maxAgeMs,
    timeoutDuration: 3_000,
  });
  return async (header, token) => {
    try {
      return await remote(header, token);
    } catch (error) {
      if (isAboutTheToken(error)) throw error;
      throw new KeysUnavailableError('The key set cannot be fetched.', { cause: error });
    }
  };
}

function keysOfFile(file: string, keys: JSONWebKeySet, { cooldownMs = 30_000 }: KeySourceOptions): JWTVerifyGetKey {
  let keyOf = createLocalJWKSet(keys);
  let readAt = Number.NEGATIVE_INFINITY;
  return async (header, token) => {
    try {
      return await keyOf(header, token);
    } catch (error) {
      const now = performance.now();
      if (!(error instanceof errors.JWKSNoMatchingKey) || now - readAt < cooldownMs) throw error;
      readAt = now;
      const latest = readJwks(file);
      // A file that is being replaced may be half written: the keys that were good stay so.
      if (typeof latest === 'string') throw error;
      keyOf = createLocalJWKSet(latest);
      return keyOf(header, token);
    }
  };
}

function isAboutTheToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported ||
    error instanceof errors.JOSEAlgNotAllowed
  );
}
