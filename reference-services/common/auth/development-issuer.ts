import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JSONWebKeySet, type JWK, SignJWT } from 'jose';

export interface TokenRequest {
  readonly tenant: string;
  readonly scopes: readonly string[];
  readonly subject?: string;
  /** Counted from now; one hour when left out. Negative for a token that has expired. */
  readonly lifetimeSeconds?: number;
}

/** Issues tokens on a developer's machine and in tests, where no identity provider is. Never used in production. */
export interface DevelopmentIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JSONWebKeySet;
  issue(request: TokenRequest): Promise<string>;
}

const keyId = 'development';

/** With a file the key pair survives restarts, and the server and the token command share it. Without one it is new. */
export async function openDevelopmentIssuer(file?: string): Promise<DevelopmentIssuer> {
  const issuer = 'https://issuer.ai2text.localhost';
  const audience = 'ai2text';
  const privateJwk = file !== undefined && existsSync(file) ? readKey(file) : await makeKey(file);
  const key = await importJWK(privateJwk, 'RS256');
  const { kty, n, e, kid, alg } = privateJwk;
  const keys: JSONWebKeySet = { keys: [{ kty: kty ?? 'RSA', ...present({ n, e, kid, alg }), use: 'sig' }] };
  return { issuer, audience, keys, issue };

  function issue({ tenant, scopes, subject = 'developer', lifetimeSeconds = 3600 }: TokenRequest): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ tenant, scope: scopes.join(' ') })
      .setProtectedHeader({ alg: 'RS256', kid: keyId, typ: 'JWT' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(subject)
      .setIssuedAt(now)
      .setExpirationTime(now + lifetimeSeconds)
      .sign(key);
  }
}

function readKey(file: string): JWK {
  return JSON.parse(readFileSync(file, 'utf8')) as JWK; // our own file; a damaged one fails on import, with its reason
}

async function makeKey(file: string | undefined): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: keyId, alg: 'RS256' };
  if (file !== undefined) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(jwk), { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  return jwk;
}

function present(members: { readonly [name: string]: string | undefined }): Record<string, string> {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
