import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../../common/database/database.ts';

import { type Listening, listen } from '../../common/listen.ts';
import { contract } from './suites/contract.ts';
import { openTestDatabase } from './support/embedded.ts';
import type { TestService } from './support/service.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe('in process', () => contract(() => database));

describe('over a socket', () => {
  let server: Listening | undefined;
  afterAll(() => server?.close());
  contract(
    () => database,
    async (service: TestService, request) => {
      server ??= await listen(service.app, { port: 0, host: '127.0.0.1' });
      return fetch(new Request(request.url.replace('http://localhost', server.url), request));
    },
  );
});
