import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../common/database/database.ts';

import { contract } from '../generated/contract-cases.ts';
import { type OperationName, type Report, runContractTests } from '../generated/run-contract-tests.ts';
import { type Breakage, breakApp } from './support/break-app.ts';
import { contractGiven } from './support/contract-given.ts';
import { openTestDatabase } from './support/embedded.ts';
import { newTenant, openTestService, type TestService } from './support/service.ts';

/** Enough to show every kind of fault, and quick. */
const tried: readonly OperationName[] = ['createRecording', 'getRecording', 'listRecordings'];

let database: Database;
let service: TestService;
beforeAll(async () => {
  database = await openTestDatabase();
  service = await openTestService(database);
});
afterAll(() => database.close());

async function hold(app: { fetch(request: Request): Response | Promise<Response> }): Promise<Report> {
  const tenant = newTenant();
  const token = await service.token({ tenant });
  const caller = await service.caller({ tenant });
  const skip = Object.keys(contract.operations).filter(
    (name): name is OperationName => !tried.some((it) => it === name),
  );
  return runContractTests({
    request: (request) => app.fetch(request),
    auth: { Authorization: `Bearer ${token}` },
    given: contractGiven(caller),
    skip,
  });
}

it('the service as it is passes, with nothing skipped', async () => {
  const { ok, failed, skipped, passed } = await hold(service.app);
  expect({ ok, failed, skipped }).toEqual({ ok: true, failed: 0, skipped: 0 });
  expect(passed).toBeGreaterThan(30);
});

it.each<[Breakage, string, string]>([
  ['wrong-status', 'createRecording', 'status 200 is not declared'],
  ['missing-field', 'getRecording', 'createdAt'],
  ['unknown-enum-value', 'listRecordings', 'body #/items/0/status'],
  ['wrong-type', 'getRecording', 'body #/sizeBytes'],
  ['missing-header', 'createRecording', 'header ETag is missing from the 201'],
  ['wrong-media-type', 'createRecording', 'content type application/json is not application/problem+json'],
])('a service with the fault "%s" fails, and the report says where', async (kind, operation, detail) => {
  const report = await hold(breakApp(service.app, kind));
  expect(report.ok).toBe(false);
  const details = report.results.filter((one) => !one.ok && one.operation === operation).map((one) => one.detail);
  expect(details.join('\n')).toContain(detail);
});
