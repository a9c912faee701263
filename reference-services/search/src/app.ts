import type { Hono } from 'hono';
import type { Principal } from '../../common/auth/token-verifier.ts';
import { routeOptions } from '../../common/service/route-options.ts';
import { createRoutes, HttpProblem, type ServerEnv } from '../generated/index.ts';
import type { SearchDeps } from './deps.ts';
import { handlers } from './handlers.ts';
import { unlessIndexAway } from './index-away.ts';

/** The service without a socket: `app.request('/health')` asks it, `app.fetch` serves it. */
export function createApp(deps: SearchDeps): Hono<ServerEnv> {
  const options = routeOptions<SearchDeps, ServerEnv>(deps, { HttpProblem });
  const { around } = options;
  return createRoutes<SearchDeps, Principal>(handlers, {
    ...options,
    around: (operation, input, context, next) => around(operation, input, context, () => unlessIndexAway(next, deps)),
    maxBodyBytes: deps.maxBodyBytes,
  });
}
