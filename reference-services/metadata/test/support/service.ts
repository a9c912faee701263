import { randomUUID } from 'node:crypto';
import { ulid } from 'ulid';
import {
  type DevelopmentIssuer,
  openDevelopmentIssuer,
  type TokenRequest,
} from '../../../common/auth/development-issuer.ts';
import type { Clock } from '../../../common/clock.ts';
import type { Database } from '../../../common/database/database.ts';
import type { Logger } from '../../../common/logging.ts';
import type { RateLimitPolicy } from '../../../common/rate-limit.ts';
import { readMetadataConfig } from '../../src/config.ts';
import { openMetadata } from '../../src/open.ts';
import { Caller } from './caller.ts';

export const everyScope = [
  'recordings:read',
  'recordings:write',
  'transcripts:read',
  'transcripts:write',
  'speakers:read',
  'speakers:write',
] as const;

export interface ServiceOptions {
  readonly clock?: Clock;
  readonly logger?: Logger;
  readonly rateLimit?: RateLimitPolicy;
  readonly maxBodyBytes?: number;
  /** One that other services of the test know as well. */
  readonly issuer?: DevelopmentIssuer;
}

/** One for all tests of a file. */
const issuer = openDevelopmentIssuer();

export type TestService = Awaited<ReturnType<typeof openTestService>>;

/** The service as it is, on a database that the tests of a file share. Each test takes tenants of its own. */
export async function openTestService(database: Database, options: ServiceOptions = {}) {
  const { clock, logger, issuer: given, ...settings } = options;
  const config = {
    ...readMetadataConfig({ LOG_LEVEL: 'silent' }),
    tokens: { kind: 'development', keyFile: undefined } as const,
    ...settings,
  };
  const opened = await openMetadata(config, {
    database,
    issuer: given ?? (await issuer),
    ...(clock !== undefined && { clock }),
    ...(logger !== undefined && { logger }),
  });

  return { ...opened, token, caller, newCaller };

  function token(request: Partial<TokenRequest> = {}): Promise<string> {
    if (opened.issuer === undefined) throw new Error('The test service always has an issuer.');
    return opened.issuer.issue({ tenant: newTenant(), scopes: everyScope, ...request });
  }

  async function caller(request: Partial<TokenRequest>): Promise<Caller> {
    const issued = await token(request);
    return new Caller(opened.app, () => issued);
  }

  /** Somebody of a tenant that has nothing yet. */
  function newCaller(): Promise<Caller> {
    return caller({});
  }
}

export function newTenant(): string {
  return `ten_${ulid()}`;
}

export function newKey(): string {
  return randomUUID();
}
