import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from 'jose';
import { afterEach, expect, it, vi } from 'vitest';
import { everyScope, newTenant, openTestGateway } from './support/gateway.ts';
import { urlOf } from './support/speech.ts';

afterEach(() => {
  vi.useRealTimers();
});

async function key(kid: string) {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };
  const tenant = newTenant();
  const token = () =>
    new SignJWT({ tenant, scope: everyScope.join(' ') })
      .setProtectedHeader({ alg: 'RS256', kid })
      .setIssuer('https://issuer.example')
      .setAudience('ai2text')
      .setSubject('somebody')
      .setIssuedAt()
      .setExpirationTime('2h')
      .sign(privateKey);
  return { jwk, token };
}

/** An issuer of tokens whose key set a test changes. */
async function openIssuer(set: JSONWebKeySet) {
  const issuer = { set, fetched: 0 };
  const server = createServer((_, response) => {
    issuer.fetched += 1;
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(issuer.set));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { issuer, url: urlOf(server), stop: () => server.close() };
}

it('keys rotate under load: nobody with a good token is refused, and the issuer is hardly asked', async () => {
  // The clock alone: between two readings of a key set there are 30 seconds.
  vi.useFakeTimers({ toFake: ['Date'] });
  const [old, next] = [await key('old'), await key('new')];
  const { issuer, url, stop } = await openIssuer({ keys: [old.jwk] });
  const tokens = {
    kind: 'jwks',
    keys: { kind: 'url', url },
    issuer: 'https://issuer.example',
    audience: 'ai2text',
  } as const;
  const limit = { requests: 10_000, windowSeconds: 60 };
  const gateway = await openTestGateway({ config: { tokens, clientLimit: limit } });
  const ask = async (token: string) =>
    (await gateway.app.request('/v1/me', { headers: { Authorization: `Bearer ${token}` } })).status;
  const load = async (makers: readonly (() => Promise<string>)[]) => {
    const all = await Promise.all(Array.from({ length: 300 }, (_, i) => makers[i % makers.length]?.() ?? ''));
    return new Set(await Promise.all(all.map(ask)));
  };

  expect(await load([old.token])).toEqual(new Set([200]));
  issuer.set = { keys: [old.jwk, next.jwk] };
  vi.setSystemTime(Date.now() + 31_000);
  expect(await load([old.token, next.token])).toEqual(new Set([200]));
  expect(issuer.fetched).toBe(2);

  const known = await old.token();
  expect(await ask(known)).toBe(200);
  issuer.set = { keys: [next.jwk] };
  vi.setSystemTime(Date.now() + 601_000);
  expect(await load([next.token])).toEqual(new Set([200]));
  expect(await ask(known)).toBe(401);
  expect(issuer.fetched).toBeLessThanOrEqual(4);
  await gateway.close();
  stop();
});
