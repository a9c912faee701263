import { readFileSync } from 'node:fs';
import type { JSONWebKeySet } from 'jose';

/** The public keys of a JWKS file. Answers the reason instead when the file holds none. */
export function readJwks(file: string): JSONWebKeySet | string {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (!isKeySet(value)) return 'it has no member "keys" with at least one RSA key';
  if (value.keys.some((key) => 'd' in key)) return 'it holds a private key; a service needs the public ones only';
  return value;
}

function isKeySet(value: unknown): value is JSONWebKeySet {
  if (typeof value !== 'object' || value === null || !('keys' in value) || !Array.isArray(value.keys)) return false;
  const keys: readonly unknown[] = value.keys;
  return keys.length > 0 && keys.every((key) => typeof key === 'object' && key !== null && 'kty' in key);
}
