import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../../common/database/database.ts';
import { openEmbedded } from '../../common/database/embedded.ts';
import { behaviours } from './suites/index.ts';

describe('on the embedded database', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openEmbedded();
  });
  afterAll(() => database.close());
  behaviours(() => database);
});
