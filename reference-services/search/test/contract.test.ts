import { afterAll, beforeAll } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import { openTestDatabase } from '../../metadata/test/support/embedded.ts';
import { contractTests } from '../generated/contract-tests.ts';
import { contractGiven } from './support/contract-given.ts';
import { newTenant, openTestService, type TestService } from './support/service.ts';

let database: Database;
let service: TestService;
let token: string;
const tenant = newTenant();
beforeAll(async () => {
  database = await openTestDatabase();
  service = await openTestService(database);
  token = await service.token({ tenant });
});
afterAll(async () => {
  await service.close();
  await database.close();
});

contractTests({
  request: (request) => service.app.fetch(request),
  auth: () => ({ Authorization: `Bearer ${token}` }),
  given: contractGiven(() => service, tenant),
});
