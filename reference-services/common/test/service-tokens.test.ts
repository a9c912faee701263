import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServiceTokens, readServiceTokenConfig } from '../auth/service-tokens.ts';
import { createTokenVerifier } from '../auth/token-verifier.ts';
import { readConfig } from '../config.ts';
import type { TokenConfig } from '../service/config.ts';

const root = mkdtempSync(join(tmpdir(), 'ai2text-service-tokens-'));
const file = join(root, 'key.json');
const tenant = 'ten_01KE61HRW0SBPJSA9J9W613CTT';
const asking = { service: 'embeddings', scopes: ['recordings:read'] };
const jwks: TokenConfig = {
  ...{ kind: 'jwks', keys: { kind: 'url', url: 'https://issuer.example/jwks' } },
  ...{ issuer: 'https://issuer.example', audience: 'ai2text' },
};
let verifying: { readonly keys: [object] };

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  writeFileSync(file, JSON.stringify({ ...(await exportJWK(privateKey)), kid: 'embeddings-1' }));
  verifying = { keys: [{ ...(await exportJWK(publicKey)), kid: 'embeddings-1', alg: 'RS256' }] };
});
afterAll(() => rmSync(root, { recursive: true }));

function read(environment: Record<string, string>, tokens: TokenConfig) {
  return readConfig(environment, (settings) => readServiceTokenConfig(settings, 'EMBEDDINGS', tokens));
}

test('a service signs tokens of its own, which others verify by its public key', async () => {
  let now = new Date('2026-11-21T00:00:00Z');
  const clock = () => now;
  const config = read({ EMBEDDINGS_SERVICE_KEY_FILE: file }, jwks);
  const tokens = createServiceTokens(config, asking, { development: undefined, clock });
  const verifier = createTokenVerifier({
    ...{ keys: verifying as never, issuer: 'https://issuer.example', audience: 'ai2text', clock }, // `exportJWK` made it
  });
  const first = await tokens.of(tenant);
  expect(await verifier.verify(first)).toEqual({
    principal: {
      ...{ tenant, subject: 'embeddings', clientId: 'embeddings', scopes: new Set(['recordings:read']) },
      expiresAt: new Date('2026-11-21T00:10:00Z'),
    },
  });
  now = new Date('2026-11-21T00:08:59Z');
  const same = await tokens.of(tenant);
  now = new Date('2026-11-21T00:09:01Z');
  expect([same === first, (await tokens.of(tenant)) === first]).toEqual([true, false]);
});

test('without a key that can be used, the variable is named', () => {
  writeFileSync(join(root, 'public.json'), '{"kty":"RSA","kid":"a"}');
  const advice = 'Set it to the private key (an RSA JWK with "kid") of this service.';
  const name = 'EMBEDDINGS_SERVICE_KEY_FILE';
  expect(() => read({}, jwks)).toThrow(`${name} cannot be used: it is missing. ${advice}`);
  expect(() => read({ [name]: join(root, 'public.json') }, jwks)).toThrow(
    `${name} cannot be used: it holds no private RSA key with a "kid". ${advice}`,
  );
  expect(() => read({ [name]: file }, { kind: 'development', keyFile: undefined })).toThrow(
    `${name} is set without EMBEDDINGS_JWKS_FILE. Set both or neither.`,
  );
});
