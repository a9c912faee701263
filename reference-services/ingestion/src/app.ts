import type { Hono } from 'hono';
import type { Principal } from '../../common/auth/token-verifier.ts';
import { routeOptions } from '../../common/service/route-options.ts';
import { createRoutes, HttpProblem, type ServerEnv } from '../generated/index.ts';
import type { IngestionDeps } from './deps.ts';
import { handlers } from './handlers.ts';

/** The service without a socket: `app.request('/health')` asks it, `app.fetch` serves it. */
export function createApp(deps: IngestionDeps): Hono<ServerEnv> {
  const options = routeOptions<IngestionDeps, ServerEnv>(deps, { HttpProblem });
  return createRoutes<IngestionDeps, Principal>(handlers, {
    ...options,
    middleware: [...options.middleware, deps.multipart.discardLeftovers()],
    parseMultipart: deps.multipart.parse,
    maxBodyBytes: (operation) => (operation === 'appendToUpload' ? deps.limits.maxAppendBytes : deps.maxBodyBytes),
  });
}
