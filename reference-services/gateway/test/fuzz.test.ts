import { expect, it } from 'vitest';
import { fuzz } from './fuzz/fuzz.ts';
import { openTestGateway, token } from './support/gateway.ts';
import { openMetadataBehind } from './support/metadata.ts';

it('500 random requests lead to no 5xx, no stack trace, and problems only', { timeout: 120_000 }, async () => {
  const metadata = await openMetadataBehind();
  const gateway = await openTestGateway({ upstreams: { metadata: metadata.fetch } });
  const authorization = `Bearer ${await token()}`;
  const { faults, statuses } = await fuzz(gateway.app, { requests: 500, seed: 5, authorization });
  expect(faults).toEqual([]);
  expect(Object.values(statuses).reduce((sum, count) => sum + count)).toBe(500);
  expect(Object.keys(statuses)).toEqual(expect.arrayContaining(['200', '400', '401', '404', '405']));
  await gateway.close();
  await metadata.close();
});
