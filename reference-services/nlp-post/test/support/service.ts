import { openDevelopmentIssuer, type TokenRequest } from '../../../common/auth/development-issuer.ts';
import type { Database } from '../../../common/database/database.ts';
import { openDatabaseBus } from '../../../common/events/database-bus/database-bus.ts';
import { platform } from '../../../common/events/streams/platform.ts';
import { Caller } from '../../../metadata/test/support/caller.ts';
import { newTenant } from '../../../metadata/test/support/service.ts';
import { readNlpPostConfig } from '../../src/config.ts';
import { type OpenOptions, openNlpPost } from '../../src/open.ts';

export const everyScope = ['jobs:read', 'jobs:write', 'text:process', 'patterns:read'] as const;

/** One for all tests of a file. */
const issuer = openDevelopmentIssuer();

export type TestService = Awaited<ReturnType<typeof openTestService>>;

/** The platform's streams, whose workers try again at once. */
const impatient = {
  ...platform,
  streams: platform.streams.map((stream) => ({
    ...stream,
    workers: stream.workers.map((worker) => ({ ...worker, retryDelaySeconds: [0.001, 0.001] })),
  })),
};

/** The service as it is, with its worker, on a database that the tests of a file share. */
export async function openTestService(database: Database, options: OpenOptions = {}) {
  const config = {
    ...readNlpPostConfig({ LOG_LEVEL: 'silent' }),
    tokens: { kind: 'development', keyFile: undefined } as const,
  };
  const bus = options.bus ?? (await openDatabaseBus(database, { definition: impatient }));
  const opened = await openNlpPost(config, { issuer: await issuer, ...options, database, bus });

  return { ...opened, bus, token, caller, close };

  async function token(request: Partial<TokenRequest> = {}): Promise<string> {
    return (await issuer).issue({ tenant: newTenant(), scopes: everyScope, ...request });
  }

  async function caller(tenant: string): Promise<Caller> {
    const issued = await token({ tenant });
    return new Caller(opened.app, () => issued);
  }

  async function close(): Promise<void> {
    await opened.close();
    if (options.bus === undefined) await bus.close();
  }
}
