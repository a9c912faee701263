import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import { type Listening, listen } from '../../common/listen.ts';
import { contractTests } from '../generated/contract-tests.ts';
import { Caller } from './support/caller.ts';
import { contractGiven } from './support/contract-given.ts';
import { openTestDatabase } from './support/database.ts';
import { newTenant, openTestService, type TestService } from './support/service.ts';

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
  await database.close();
});

const ways = {
  'in process': (request: Request) => service.app.fetch(request),
  'over a socket': (request: Request) =>
    fetch(new Request(request.url.replace('http://localhost', server.url), request)),
};

describe.each(Object.entries(ways))('%s', (_name, request) => {
  let token: string;
  const tenant = newTenant();
  beforeAll(async () => {
    token = await service.token(tenant);
  });
  // The cases are registered before the service is open, so all of these ask for it only when a test runs.
  const app = {
    request: (path: string, init: RequestInit) => {
      const headers = { ...init.headers, Authorization: `Bearer ${token}` };
      return service.app.request(path, { ...init, headers });
    },
  };
  contractTests({
    request,
    auth: () => ({ Authorization: `Bearer ${token}` }),
    given: contractGiven(new Caller(app, '', tenant)),
  });
});
