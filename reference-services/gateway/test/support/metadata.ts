import { openTestDatabase } from '../../../metadata/test/support/embedded.ts';
import { openTestService } from '../../../metadata/test/support/service.ts';
import { issuer } from './gateway.ts';

/** The real metadata service on an embedded database, with limits that tests do not reach. */
export async function openMetadataBehind() {
  const database = await openTestDatabase();
  const rateLimit = { requests: 10_000_000, windowSeconds: 60 };
  const service = await openTestService(database, { issuer, rateLimit });
  return {
    ...service,
    fetch: async (request: Request) => service.app.fetch(request),
    close: () => database.close(),
  };
}
