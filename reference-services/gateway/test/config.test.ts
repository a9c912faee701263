import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readGatewayConfig } from '../src/config.ts';

it('an empty environment means services on this machine, limits in the process and no other origin', () => {
  const { upstreams, redisUrl, allowedOrigins, port, tokens } = readGatewayConfig({});
  expect({ upstreams, redisUrl, allowedOrigins, port, tokens: tokens.kind }).toEqual({
    upstreams: {
      ingestion: 'http://localhost:8081',
      search: 'http://localhost:8083',
      metadata: 'http://localhost:8084',
      asr: undefined,
    },
    redisUrl: undefined,
    allowedOrigins: [],
    port: 8080,
    tokens: 'development',
  });
});

it.each([
  [{ SEARCH_URL: 'search:8083' }, 'SEARCH_URL is "search:8083". Set it like http://search:8083.'],
  [{ REDIS_URL: 'http://:secret@x' }, 'REDIS_URL is not a Redis address. Set it like redis://:password@host:6379/0.'],
  [
    { GATEWAY_ALLOWED_ORIGINS: 'https://a.example, https://b.example/' },
    'GATEWAY_ALLOWED_ORIGINS holds "https://b.example/". Set it like https://app.example,https://admin.example.',
  ],
  [
    { GATEWAY_JWKS_URL: 'issuer', GATEWAY_TOKEN_ISSUER: 'i', GATEWAY_TOKEN_AUDIENCE: 'a' },
    'GATEWAY_JWKS_URL is "issuer". Set it like https://issuer.example/.well-known/jwks.json.',
  ],
])('%j is refused by a sentence that names the variable', (environment, sentence) => {
  expect(() => readGatewayConfig(environment)).toThrow(sentence);
});

it('keys may come from a URL', () => {
  const tokens = {
    GATEWAY_JWKS_URL: 'https://issuer.example/jwks.json',
    GATEWAY_TOKEN_ISSUER: 'https://issuer.example',
    GATEWAY_TOKEN_AUDIENCE: 'ai2text',
  };
  expect(readGatewayConfig({ NODE_ENV: 'production', ...tokens }).tokens).toEqual({
    kind: 'jwks',
    keys: { kind: 'url', url: 'https://issuer.example/jwks.json' },
    issuer: 'https://issuer.example',
    audience: 'ai2text',
  });
});

it('the process ends with code 2 and the sentence', () => {
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [main], {
    env: { PATH: process.env.PATH, PORT: 'x' },
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([
    2,
    'gateway did not start: PORT is "x". Set it to a whole number from 0 to 65535.\n',
  ]);
});
