import type { Hono } from 'hono';
import type { Principal } from '../../common/auth/token-verifier.ts';
import { routeOptions } from '../../common/service/route-options.ts';
import { createRoutes, HttpProblem, type ServerEnv } from '../generated/index.ts';
import type { GatewayDeps } from './deps.ts';
import { security } from './edge/admit.ts';
import { crossOrigin, secured } from './edge/cross-origin.ts';
import { slowBodies } from './edge/slow-bodies.ts';
import { switched } from './edge/switched.ts';
import { bodyLimits, unreadForm } from './edge/upload-bodies.ts';
import { handlers } from './handlers.ts';
import { brokenAnswers } from './upstreams/broken-answers.ts';

/** The gateway without a socket: `app.request('/health')` asks it, `app.fetch` serves it. */
export function createApp(deps: GatewayDeps): Hono<ServerEnv> {
  const options = routeOptions<GatewayDeps, ServerEnv>(deps, { HttpProblem });
  const { allowedOrigins, bodyTimeoutMs, maxBodyBytes, streams } = deps;
  return createRoutes<GatewayDeps, Principal>(handlers, {
    ...options,
    // Limits are taken with the token, and there is no database.
    around: (_operation, _input, _context, next) => next(),
    security,
    middleware: [
      ...options.middleware,
      switched(streams),
      secured(),
      crossOrigin(allowedOrigins),
      slowBodies(bodyTimeoutMs),
      brokenAnswers(),
    ],
    maxBodyBytes: bodyLimits(maxBodyBytes),
    parseMultipart: unreadForm,
  });
}
