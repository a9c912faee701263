import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDevelopmentIssuer } from '../../common/auth/development-issuer.ts';
import { readMetadataConfig } from '../src/config.ts';
import { runMain } from './support/process.ts';

it('an empty environment means a database in memory and tokens of this machine', () => {
  const { database, tokens, port } = readMetadataConfig({});
  expect([database, tokens.kind, port]).toEqual([{ kind: 'embedded', folder: undefined }, 'development', 8084]);
});

it('production needs the keys of the token issuer, and says so for each variable', async () => {
  expect(() => readMetadataConfig({ NODE_ENV: 'production' })).toThrow(/^METADATA_JWKS_FILE is missing\./);
  const folder = mkdtempSync(join(tmpdir(), 'config-'));
  const file = join(folder, 'jwks.json');
  const { keys } = await openDevelopmentIssuer();
  writeFileSync(file, JSON.stringify(keys));
  const environment = { NODE_ENV: 'production', METADATA_JWKS_FILE: file };
  expect(() => readMetadataConfig(environment)).toThrow(
    /METADATA_TOKEN_ISSUER is missing.*\n.*METADATA_TOKEN_AUDIENCE is missing/,
  );
  const rest = { METADATA_TOKEN_ISSUER: 'https://issuer.example', METADATA_TOKEN_AUDIENCE: 'ai2text' };
  expect(readMetadataConfig({ ...environment, ...rest }).tokens).toEqual({
    kind: 'jwks',
    keys: { kind: 'file', file, keys },
    issuer: 'https://issuer.example',
    audience: 'ai2text',
  });
  writeFileSync(file, JSON.stringify({ keys: [{ kty: 'RSA', d: 'private' }] }));
  expect(() => readMetadataConfig({ ...environment, ...rest })).toThrow(/private key/);
  writeFileSync(file, '{}');
  expect(() => readMetadataConfig({ ...environment, ...rest })).toThrow(/METADATA_JWKS_FILE names/);
  rmSync(folder, { recursive: true });
});

it.each([
  [{ PORT: '99999' }, 'PORT is "99999". Set it to a whole number from 0 to 65535.'],
  [
    { DATABASE_URL: 'mysql://root:secret@db/x' },
    'DATABASE_URL is not a PostgreSQL address. Set it like postgresql://user:password@host:5432/name.',
  ],
  [
    { NODE_ENV: 'production' },
    'METADATA_JWKS_FILE is missing. In production, set it to a file with the public keys of the token issuer.',
  ],
])('the process ends with code 2 and a sentence that names the variable: %j', async (environment, sentence) => {
  const ended = await runMain(environment).ended;
  expect(ended).toEqual({ code: 2, signal: null, errors: `metadata did not start: ${sentence}\n` });
});

it('the process ends with code 1 when the database does not answer', async () => {
  const ended = await runMain({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }).ended;
  expect([ended.code, ended.errors]).toEqual([1, expect.stringContaining('ECONNREFUSED')]);
});
