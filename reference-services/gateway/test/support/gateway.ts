import { ulid } from 'ulid';
import { openDevelopmentIssuer, type TokenRequest } from '../../../common/auth/development-issuer.ts';
import { createTokenVerifier } from '../../../common/auth/token-verifier.ts';
import { type Clock, systemClock } from '../../../common/clock.ts';
import type { Logger } from '../../../common/logging.ts';
import { type GatewayConfig, readGatewayConfig } from '../../src/config.ts';
import { openGateway } from '../../src/open.ts';
import type { InProcess } from '../../src/upstreams/open.ts';
import { exampleUpstreams } from './upstreams.ts';

export const everyScope = [
  'uploads:read',
  'uploads:write',
  'recordings:read',
  'recordings:write',
  'transcripts:read',
  'transcripts:write',
  'search:read',
  'jobs:read',
  'stream:write',
] as const;

/** One for all tests of a file. */
export const issuer = await openDevelopmentIssuer();

export interface GatewayOptions {
  readonly config?: Partial<GatewayConfig>;
  readonly clock?: Clock;
  readonly logger?: Logger;
  /** Take the place of the servers that answer examples. */
  readonly upstreams?: InProcess;
}

export type TestGateway = Awaited<ReturnType<typeof openTestGateway>>;

/** The gateway as it is, in front of services in this process. */
export async function openTestGateway({ config, clock = systemClock, logger, upstreams }: GatewayOptions = {}) {
  const base = readGatewayConfig({ LOG_LEVEL: 'silent', ASR_URL: 'http://localhost:8082' });
  const tokens = { kind: 'development', keyFile: undefined } as const;
  const examples = exampleUpstreams(createTokenVerifier({ ...issuer, clock }));
  const inProcess: InProcess = {
    ingestion: async (request) => examples.ingestion.fetch(request),
    search: async (request) => examples.search.fetch(request),
    asr: async (request) => examples.asr.fetch(request),
    ...upstreams,
  };
  const options = { issuer, clock, inProcess, ...(logger !== undefined && { logger }) };
  const opened = await openGateway({ ...base, tokens, ...config }, options);
  return { ...opened, token };
}

export function token(request: Partial<TokenRequest> = {}): Promise<string> {
  return issuer.issue({ tenant: newTenant(), scopes: everyScope, ...request });
}

export function newTenant(): string {
  return `ten_${ulid()}`;
}
