import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import { openTestDatabase } from '../../metadata/test/support/embedded.ts';
import { contract } from '../generated/contract-cases.ts';
import { type OperationName, type Report, runContractTests } from '../generated/run-contract-tests.ts';
import { contractGiven } from './support/contract-given.ts';
import { newTenant, openTestService, type TestService } from './support/service.ts';

const tried: readonly OperationName[] = ['searchSegments', 'createFeedback'];

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

/** Holds the service against its contract, with each answer of success changed on its way. */
async function hold(change: (response: Response, text: string) => Response): Promise<Report> {
  const tenant = newTenant();
  const token = await service.token({ tenant });
  return runContractTests({
    request: async (request) => {
      const response = await service.app.fetch(request);
      return response.ok ? change(response, await response.text()) : response;
    },
    auth: { Authorization: `Bearer ${token}` },
    given: contractGiven(() => service, tenant),
    skip: Object.keys(contract.operations).filter((name): name is OperationName => !tried.some((one) => one === name)),
  });
}

function rebuild({ status, headers }: Response, text: string, members: { readonly status?: number } = {}): Response {
  return new Response(text, { status, headers, ...members });
}

it('the service as it is passes', async () => {
  const { ok, failed, skipped, passed } = await hold(rebuild);
  expect({ ok, failed, skipped }).toEqual({ ok: true, failed: 0, skipped: 0 });
  expect(passed).toBeGreaterThan(15);
});

it.each<[string, (response: Response, text: string) => Response, string]>([
  ['a wrong status', (response, text) => rebuild(response, text, { status: 202 }), 'status 202 is not declared'],
  [
    'a missing field',
    (response, text) => rebuild(response, text.replaceAll('"transcriptId"', '"transcript"')),
    'transcriptId',
  ],
  [
    'a score out of its range',
    (response, text) => rebuild(response, text.replaceAll(/"score":[\d.]+/g, '"score":7')),
    'score',
  ],
  [
    'a verdict that the contract does not know',
    (response, text) => rebuild(response, text.replaceAll('"verdict":"relevant"', '"verdict":"fine"')),
    'verdict',
  ],
])('a service with %s fails, and the report says where', async (_name, change, detail) => {
  const { ok, results } = await hold(change);
  const details = results.filter((one) => !one.ok).map((one) => one.detail);
  expect(ok).toBe(false);
  expect(details.join('\n')).toContain(detail);
});
