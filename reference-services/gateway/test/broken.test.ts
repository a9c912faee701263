import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Breakage, breakApp } from '../../metadata/test/support/break-app.ts';
import { contract } from '../generated/contract-cases.ts';
import { type OperationName, type Report, runContractTests } from '../generated/run-contract-tests.ts';
import { openTestGateway, type TestGateway, token } from './support/gateway.ts';

/** Enough to show every kind of fault, and quick. */
const tried: readonly OperationName[] = ['createResumableUpload', 'getUpload', 'listUploads', 'getPrincipal'];

let gateway: TestGateway;
let bearer: string;
beforeAll(async () => {
  gateway = await openTestGateway();
  bearer = await token();
});
afterAll(() => gateway.close());

function hold(app: { fetch(request: Request): Response | Promise<Response> }): Promise<Report> {
  const isTried = (name: string) => tried.some((it) => it === name);
  const skip = Object.keys(contract.operations).filter((name): name is OperationName => !isTried(name));
  return runContractTests({
    request: (request) => app.fetch(request),
    auth: { Authorization: `Bearer ${bearer}` },
    given: {
      getUpload: () => ({}),
      listUploads: () => ({}),
      createResumableUpload: () => ({}),
      getPrincipal: () => ({}),
    },
    skip,
  });
}

it('the gateway as it is passes, with nothing skipped', async () => {
  const { ok, failed, skipped, passed } = await hold(gateway.app);
  expect({ ok, failed, skipped }).toEqual({ ok: true, failed: 0, skipped: 0 });
  expect(passed).toBeGreaterThan(20);
});

it.each<[Breakage, string, string]>([
  ['wrong-status', 'createResumableUpload', 'status 200 is not declared'],
  ['missing-field', 'getUpload', 'createdAt'],
  ['unknown-enum-value', 'listUploads', 'body #/items/0/status'],
  ['wrong-media-type', 'getPrincipal', 'content type application/json is not application/problem+json'],
])('a gateway with the fault "%s" fails, and the report says where', async (kind, operation, detail) => {
  const report = await hold(breakApp(gateway.app, kind));
  expect(report.ok).toBe(false);
  const details = report.results.filter((one) => !one.ok && one.operation === operation).map((one) => one.detail);
  expect(details.join('\n')).toContain(detail);
});
