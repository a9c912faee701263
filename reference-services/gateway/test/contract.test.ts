import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import { type Listening, listen } from '../../common/listen.ts';
import { Caller } from '../../metadata/test/support/caller.ts';
import { openTestDatabase } from '../../metadata/test/support/embedded.ts';
import { openTestService } from '../../metadata/test/support/service.ts';
import { contractTests } from '../generated/contract-tests.ts';
import { issuer, openTestGateway, type TestGateway, token } from './support/gateway.ts';
import { contractGiven } from './support/given.ts';

let database: Database;
let metadata: Awaited<ReturnType<typeof openTestService>>;
let gateway: TestGateway;
let bearer: string;
let server: Listening;
beforeAll(async () => {
  database = await openTestDatabase();
  metadata = await openTestService(database, { issuer });
  gateway = await openTestGateway({ upstreams: { metadata: async (request) => metadata.app.fetch(request) } });
  bearer = await token();
  server = await listen(gateway.app, { port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await server.close();
  await gateway.close();
  await database.close();
});

const caller = new Caller({ request: (path, init) => metadata.app.request(path, init) }, () => bearer);
const shared = {
  auth: () => ({ Authorization: `Bearer ${bearer}` }),
  given: contractGiven(caller),
};

describe('in process', () => contractTests({ ...shared, request: (request) => gateway.app.fetch(request) }));

describe('over a socket', () => {
  contractTests({
    ...shared,
    // `fetch` refuses to send `Upgrade`.
    skip: ['openStream'],
    request: (request) => fetch(new Request(request.url.replace('http://localhost', server.url), request)),
  });
});
