import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import { type Breakage, breakApp } from '../../metadata/test/support/break-app.ts';
import { openTestDatabase } from '../../metadata/test/support/embedded.ts';
import { newTenant } from '../../metadata/test/support/service.ts';
import { contract } from '../generated/contract-cases.ts';
import { type OperationName, type Report, runContractTests } from '../generated/run-contract-tests.ts';
import { contractGiven } from './support/contract-given.ts';
import { openTestService, type TestService } from './support/service.ts';

/** Enough to show every kind of fault, and quick. */
const tried: readonly OperationName[] = ['createJob', 'getJob', 'listJobs'];

let database: Database;
let service: TestService;
beforeAll(async () => {
  database = await openTestDatabase();
  service = await openTestService(database);
});
afterAll(async () => {
  await service.close();
  await database.close();
});

async function hold(app: { fetch(request: Request): Response | Promise<Response> }): Promise<Report> {
  const tenant = newTenant();
  const token = await service.token({ tenant });
  const skip = Object.keys(contract.operations).filter(
    (name): name is OperationName => !tried.some((it) => it === name),
  );
  return runContractTests({
    request: (request) => app.fetch(request),
    auth: { Authorization: `Bearer ${token}` },
    given: contractGiven(() => database, tenant),
    skip,
  });
}

it('the service as it is passes, with nothing skipped', async () => {
  const { ok, failed, skipped, passed } = await hold(service.app);
  expect({ ok, failed, skipped }).toEqual({ ok: true, failed: 0, skipped: 0 });
  expect(passed).toBeGreaterThan(20);
});

it.each<[Breakage, string, string]>([
  ['missing-field', 'getJob', 'createdAt'],
  ['unknown-enum-value', 'listJobs', 'body #/items/0/status'],
  ['missing-header', 'createJob', 'header ETag is missing from the 202'],
  ['wrong-media-type', 'createJob', 'content type application/json is not application/problem+json'],
])('a service with the fault "%s" fails, and the report says where', async (kind, operation, detail) => {
  const report = await hold(breakApp(service.app, kind));
  expect(report.ok).toBe(false);
  const details = report.results.filter((one) => !one.ok && one.operation === operation).map((one) => one.detail);
  expect(details.join('\n')).toContain(detail);
});
