import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDevelopmentIssuer } from '../auth/development-issuer.ts';
import { createTokenVerifier } from '../auth/token-verifier.ts';
import { systemClock } from '../clock.ts';

const tenant = 'ten_01KE61HRW0SBPJSA9J9W613CTT';

it('the key pair in a file survives a restart, is readable by its owner only, and is never published', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'issuer-'));
  const file = join(folder, 'deep', 'issuer.json');
  const token = await (await openDevelopmentIssuer(file)).issue({ tenant, scopes: ['a:read', 'b:read'] });
  const restarted = await openDevelopmentIssuer(file);
  const verifier = createTokenVerifier({ ...restarted, clock: systemClock });
  expect(await verifier.verify(token)).toEqual({
    principal: {
      tenant,
      subject: 'developer',
      clientId: undefined,
      scopes: new Set(['a:read', 'b:read']),
      expiresAt: expect.any(Date),
    },
  });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveProperty('d');
  expect(Object.keys(restarted.keys.keys[0] ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  rmSync(folder, { recursive: true });
});

it('a token of another issuer, for another audience or by another key is refused', async () => {
  const [ours, theirs] = [await openDevelopmentIssuer(), await openDevelopmentIssuer()];
  const token = await ours.issue({ tenant, scopes: [] });
  const verify = (rules: object) => createTokenVerifier({ ...ours, clock: systemClock, ...rules }).verify(token);
  expect(await verify({})).toHaveProperty('principal');
  expect(await verify({ issuer: 'https://elsewhere.example' })).toEqual({
    refusal: `The access token's claim "iss" is not acceptable.`,
  });
  expect(await verify({ audience: 'elsewhere' })).toEqual({
    refusal: `The access token's claim "aud" is not acceptable.`,
  });
  expect(await verify({ keys: theirs.keys })).toEqual({ refusal: 'The access token is not valid.' });
});
