import { beforeAll, describe } from 'vitest';
import { contractTests } from '../../generated/contract-tests.ts';
import { Caller } from '../support/caller.ts';
import { contractGiven } from '../support/contract-given.ts';
import { openTestService, type TestService } from '../support/service.ts';
import type { OpenDatabase } from './index.ts';

/** The tests that are generated from the contract. `send` decides how requests reach the app; in process by default. */
export function contract(
  database: OpenDatabase,
  send: (service: TestService, request: Request) => Response | Promise<Response> = ({ app }, request) =>
    app.fetch(request),
): void {
  describe('keeps its contract', () => {
    let service: TestService;
    let token: string;
    beforeAll(async () => {
      service = await openTestService(database());
      token = await service.token();
    });
    // The cases are registered before the service is open, so all of these ask for it only when a test runs.
    const caller = new Caller({ request: (path, init) => service.app.request(path, init) }, () => token);
    contractTests({
      request: (request) => send(service, request),
      auth: () => ({ Authorization: `Bearer ${token}` }),
      given: contractGiven(caller),
    });
  });
}
