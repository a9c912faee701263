import type { Hono } from 'hono';
import { createIds } from '../../common/ids.ts';
import { createRoutes, type ServerEnv } from '../generated/index.ts';
import { realm, security } from './authenticate.ts';
import type { MetadataDeps } from './deps.ts';
import { guard } from './guard.ts';
import { handlers } from './handlers.ts';
import { observe } from './observe.ts';
import { problemType } from './problem-type.ts';

const newId = createIds();

/** The service without a socket: `app.request('/health')` asks it, `app.fetch` serves it. */
export function createApp(deps: MetadataDeps): Hono<ServerEnv> {
  const { logger, maxBodyBytes } = deps;
  return createRoutes(handlers, {
    deps,
    security,
    realm,
    maxBodyBytes,
    problemType,
    newRequestId: () => newId('req'),
    middleware: [observe(deps)],
    around: guard,
    onError: (error, failure) => logger.error({ error, ...failure }, 'handler failed'),
    onResponseViolation: (violation) => logger.error({ ...violation }, 'response breaks the contract'),
  });
}
