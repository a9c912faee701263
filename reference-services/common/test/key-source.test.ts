import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { type KeySource, KeysUnavailableError, openKeySource } from '../auth/key-source.ts';
import { createTokenVerifier } from '../auth/token-verifier.ts';
import { systemClock } from '../clock.ts';

const rules = { issuer: 'https://issuer.example', audience: 'ai2text', clock: systemClock };

async function newKey(kid: string) {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };
  const token = await new SignJWT({ tenant: 'ten_01KE61HRW0SBPJSA9J9W613CTT' })
    .setProtectedHeader({ alg: 'RS256', kid })
    .setIssuer(rules.issuer)
    .setAudience(rules.audience)
    .setExpirationTime('1h')
    .sign(privateKey);
  return { jwk, token };
}

function verifierOf(source: KeySource, cooldownMs: number) {
  const verifier = createTokenVerifier({ ...rules, keys: openKeySource(source, { cooldownMs }) });
  return async (token: string) => ('principal' in (await verifier.verify(token)) ? 'good' : 'refused');
}

it('a key that is new at the URL is fetched when a token names it, and the one that is gone is refused', async () => {
  const [old, next] = [await newKey('old'), await newKey('next')];
  let keys = [old.jwk];
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ keys }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  const source = { kind: 'url', url: `http://127.0.0.1:${port}/jwks.json` } as const;
  const verify = verifierOf(source, 0);
  expect([await verify(old.token), await verify(next.token)]).toEqual(['good', 'refused']);
  keys = [next.jwk];
  expect([await verify(next.token), await verify(old.token)]).toEqual(['good', 'refused']);

  asked = 0;
  const patient = verifierOf(source, 60_000);
  for (let i = 0; i < 20; i++) await patient(old.token);
  expect([asked, await patient(next.token)]).toEqual([1, 'good']);

  server.close();
  server.closeAllConnections();
  await expect(verifierOf(source, 0)(next.token)).rejects.toBeInstanceOf(KeysUnavailableError);
});

it('a file is read again when a token names a key that it did not have, and no more often than the cooldown allows', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jwks-'));
  const file = join(folder, 'jwks.json');
  const [old, next, last] = [await newKey('old'), await newKey('next'), await newKey('last')];
  const source: KeySource = { kind: 'file', file, keys: { keys: [old.jwk] } };
  const [verify, patient] = [verifierOf(source, 0), verifierOf(source, 60_000)];
  writeFileSync(file, JSON.stringify({ keys: [next.jwk] }));
  expect([await verify(old.token), await verify(next.token), await patient(next.token)]).toEqual([
    'good',
    'good',
    'good',
  ]);
  writeFileSync(file, JSON.stringify({ keys: [last.jwk] }));
  expect([await patient(last.token), await verify(last.token)]).toEqual(['refused', 'good']);
  writeFileSync(file, '{"keys": [');
  expect([await verify(old.token), await verify(last.token)]).toEqual(['refused', 'good']);
  rmSync(folder, { recursive: true });
});
