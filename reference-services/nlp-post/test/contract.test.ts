import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import { type Listening, listen } from '../../common/listen.ts';
import { openTestDatabase } from '../../metadata/test/support/embedded.ts';
import { newTenant } from '../../metadata/test/support/service.ts';
import { contractTests } from '../generated/contract-tests.ts';
import { contractGiven } from './support/contract-given.ts';
import { openTestService, type TestService } from './support/service.ts';

let database: Database;
let service: TestService;
let server: Listening;
beforeAll(async () => {
  database = await openTestDatabase();
  service = await openTestService(database);
  server = await listen(service.app, { port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await server.close();
  await service.close();
  await database.close();
});

const ways = {
  'in process': (request: Request) => service.app.fetch(request),
  'over a socket': (request: Request) =>
    fetch(new Request(request.url.replace('http://localhost', server.url), request)),
};

describe.each(Object.entries(ways))('%s', (_name, request) => {
  const tenant = newTenant();
  let token: string;
  beforeAll(async () => {
    token = await service.token({ tenant });
  });
  contractTests({
    request,
    auth: () => ({ Authorization: `Bearer ${token}` }),
    given: contractGiven(() => database, tenant),
  });
});
