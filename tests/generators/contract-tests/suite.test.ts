import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { serve } from '@hono/node-server';
import { afterAll, describe, expect, it } from 'vitest';
import { contractTests } from '../../../generators/contract-tests/target.ts';
import { compile, settings } from '../hono-server/compile.ts';
import { generateInto, moduleUrl, readFixture } from '../hono-server/generate.ts';
import { knowledge, openShop } from './shop.ts';

const shop = await openShop();
afterAll(() => shop.close());

const suite: { contractTests(options: object): void } = await import(
  /* @vite-ignore */ moduleUrl(shop.tests, 'contract-tests.ts')
);
suite.contractTests({ request: shop.petstore.start().app.fetch, ...knowledge });

it('runs against a server on a socket', async () => {
  const server = serve({ fetch: shop.petstore.start().app.fetch, port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  // A function, because suites are registered before their servers have started.
  const baseUrl = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const report = await shop.run({ baseUrl });
  server.close();
  expect(report.results.filter(({ ok }) => !ok)).toEqual([]);
  expect(report.passed).toBe(50);
});

it('as vitest tests, each broken promise is one failing test with its reason', { timeout: 60_000 }, async () => {
  const test = `
    import { contractTests } from './contract-tests.ts';
    contractTests({ request: () => new Response('hello', { headers: { 'content-type': 'text/html' } }) });
  `;
  writeFileSync(join(shop.tests.folder, 'broken.test.ts'), test);
  const vitest = fileURLToPath(new URL('../../../node_modules/vitest/vitest.mjs', import.meta.url));
  const report = join(shop.tests.folder, 'report.json');
  const options = ['--root', shop.tests.folder, '--reporter', 'json', '--outputFile', report];
  await expect(promisify(execFile)(process.execPath, [vitest, 'run', ...options])).rejects.toThrow();
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const tests: ReadonlyArray<{ fullName: string; status: string; failureMessages: string[] }> =
    testResults[0].assertionResults;
  expect(tests.filter(({ status }) => status !== 'failed')).toEqual([]);
  expect(tests.find(({ fullName }) => fullName.includes('unknown path'))).toMatchObject({
    fullName: 'contract Pet shop 1.0.0 the service an unknown path is a 404 problem',
    failureMessages: [expect.stringContaining('status 200 instead of 404')],
  });
});

describe('the generated tests compile under strict settings', { timeout: 60_000 }, () => {
  it.each(settings)('%s', async (_, extension, options) => {
    const written = generateInto(
      contractTests,
      readFixture('tests/generators/hono-server/fixtures/petstore.yaml'),
      extension,
    );
    const use = `
      import { contractTests } from './contract-tests${extension}';
      contractTests({
        request: (request) => fetch(request),
        auth: async ({ id }) => ({ authorization: id }),
        given: { getPet: async () => ({ path: { petId: 1 } }) },
        skip: ['listPets'],
      });
      // @ts-expect-error There is no such operation.
      contractTests({ baseUrl: 'http://localhost', skip: ['listDogs'] });
      contractTests({ baseUrl: () => 'http://localhost' });
    `;
    expect(await compile(written, options, { 'use.ts': use })).toEqual([]);
    written.remove();
  });
});
