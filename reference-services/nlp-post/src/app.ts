import type { Hono } from 'hono';
import type { Principal } from '../../common/auth/token-verifier.ts';
import { routeOptions } from '../../common/service/route-options.ts';
import { createRoutes, HttpProblem, type ServerEnv } from '../generated/index.ts';
import type { NlpPostDeps } from './deps.ts';
import { handlers } from './handlers.ts';

/** The service without a socket: `app.request('/health')` asks it, `app.fetch` serves it. */
export function createApp(deps: NlpPostDeps): Hono<ServerEnv> {
  return createRoutes<NlpPostDeps, Principal>(handlers, {
    ...routeOptions<NlpPostDeps, ServerEnv>(deps, { HttpProblem }),
    maxBodyBytes: deps.maxBodyBytes,
  });
}
