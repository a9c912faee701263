import type { JWTVerifyGetKey } from 'jose';
import { createLocalJWKSet } from 'jose';
import { expect, it } from 'vitest';
import { openDevelopmentIssuer } from '../auth/development-issuer.ts';
import { createTokenVerifier } from '../auth/token-verifier.ts';

const tenant = 'ten_01KE61HRW0SBPJSA9J9W613CTT';

it('a token that was good is refused from the second on in which it has expired, and from when its key has gone', async () => {
  const [ours, others] = [await openDevelopmentIssuer(), await openDevelopmentIssuer()];
  let keyOf: JWTVerifyGetKey = createLocalJWKSet(ours.keys);
  let now = Date.now();
  const verifier = createTokenVerifier({
    ...{ issuer: ours.issuer, audience: ours.audience },
    keys: (header, token) => keyOf(header, token),
    clock: () => new Date(now),
  });
  const token = await ours.issue({ tenant, scopes: ['a'], lifetimeSeconds: 60 });
  const verify = async () => {
    const verification = await verifier.verify(token);
    return 'principal' in verification ? verification.principal.tenant : verification.refusal;
  };
  const expired = 'The access token has expired. Fetch a new one and try again.';
  expect([await verify(), await verify()]).toEqual([tenant, tenant]);
  // The clocks of two machines may differ by five seconds.
  now += 64_000;
  expect(await verify()).toBe(tenant);
  now += 1_001;
  expect([await verify(), await verify()]).toEqual([expired, expired]);

  now -= 65_001;
  expect(await verify()).toBe(tenant);
  // Both have the same key id: the key counts, not its name.
  keyOf = createLocalJWKSet(others.keys);
  expect([await verify(), await verify()]).toEqual([
    'The access token is not valid.',
    'The access token is not valid.',
  ]);
  keyOf = createLocalJWKSet({ keys: [{ ...ours.keys.keys[0], kty: 'RSA', kid: 'another' }] });
  expect(await verify()).toBe('The access token is not valid.');
  keyOf = createLocalJWKSet(ours.keys);
  expect(await verify()).toBe(tenant);
});

it('another token of the same person is verified for itself', async () => {
  const ours = await openDevelopmentIssuer();
  const verifier = createTokenVerifier({ ...ours, clock: () => new Date() });
  const token = await ours.issue({ tenant, scopes: ['a'] });
  await verifier.verify(token);
  const [head, body, signature = ''] = token.split('.');
  const forged = [head, body, signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`].join(
    '.',
  );
  expect(await verifier.verify(forged)).toEqual({ refusal: 'The access token is not valid.' });
});
