import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import { type Breakage, breakApp } from '../../metadata/test/support/break-app.ts';
import { contract } from '../generated/contract-cases.ts';
import { type OperationName, type Report, runContractTests } from '../generated/run-contract-tests.ts';
import { contractGiven } from './support/contract-given.ts';
import { openTestDatabase } from './support/database.ts';
import { newTenant, openTestService, type TestService } from './support/service.ts';

/** Enough to show every kind of fault, and quick. */
const tried: readonly OperationName[] = ['createUpload', 'createResumableUpload', 'getUpload', 'listUploads'];

let database: Database;
let service: TestService;
beforeAll(async () => {
  database = await openTestDatabase();
  service = await openTestService(database);
});
afterAll(() => database.close());

async function hold(app: { fetch(request: Request): Response | Promise<Response> }): Promise<Report> {
  const tenant = newTenant();
  const token = await service.token(tenant);
  const skip = Object.keys(contract.operations).filter(
    (name): name is OperationName => !tried.some((it) => it === name),
  );
  return runContractTests({
    request: (request) => app.fetch(request),
    auth: { Authorization: `Bearer ${token}` },
    given: contractGiven(await service.caller(tenant)),
    skip,
  });
}

it('the service as it is passes, with nothing skipped', async () => {
  const { ok, failed, skipped, passed } = await hold(service.app);
  expect({ ok, failed, skipped }).toEqual({ ok: true, failed: 0, skipped: 0 });
  expect(passed).toBeGreaterThan(15);
});

it.each<[Breakage, string, string]>([
  ['wrong-status', 'createResumableUpload', 'status 200 is not declared'],
  ['missing-field', 'getUpload', 'createdAt'],
  ['unknown-enum-value', 'listUploads', 'body #/items/0/status'],
  ['wrong-type', 'getUpload', 'body #/sizeBytes'],
  ['missing-header', 'createUpload', 'header ETag is missing from the 201'],
  ['wrong-media-type', 'createUpload', 'content type application/json is not application/problem+json'],
])('a service with the fault "%s" fails, and the report says where', async (kind, operation, detail) => {
  const report = await hold(breakApp(service.app, kind));
  expect(report.ok).toBe(false);
  const details = report.results.filter((one) => !one.ok && one.operation === operation).map((one) => one.detail);
  expect(details.join('\n')).toContain(detail);
});
