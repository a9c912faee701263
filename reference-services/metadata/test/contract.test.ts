import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import { openEmbedded } from '../../common/database/embedded.ts';
import { type Listening, listen } from '../../common/listen.ts';
import { contractTests } from '../generated/contract-tests.ts';
import { Caller } from './support/caller.ts';
import { contractGiven } from './support/contract-given.ts';
import { openTestService, type TestService } from './support/service.ts';

let database: Database;
let service: TestService;
let token: string;
let server: Listening;

beforeAll(async () => {
  database = await openEmbedded();
  service = await openTestService(database);
  token = await service.token();
  server = await listen(service.app, { port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const auth = () => ({ Authorization: `Bearer ${token}` });
// Asks for the app only when a test runs: it is opened before the first of them.
const given = contractGiven(new Caller({ request: (path, init) => service.app.request(path, init) }, () => token));

describe('in process', () => {
  contractTests({ request: (request) => service.app.fetch(request), auth, given });
});

describe('over a socket', () => {
  const request = (asked: Request) => fetch(new Request(asked.url.replace('http://localhost', server.url), asked));
  contractTests({ request, auth, given });
});
