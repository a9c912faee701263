import { Hono } from 'hono';
import { problem } from '../../common/problem.ts';
import { createRoutes, type ServerEnv } from '../generated/index.ts';
import { security } from './authenticate.ts';
import type { MetadataDeps } from './deps.ts';
import { guard } from './guard.ts';
import { handlers } from './handlers.ts';
import { identify, observe } from './observe.ts';
import { problemType } from './problem-type.ts';

/** The service without a socket: `app.request('/health')` asks it, `app.fetch` serves it. */
export function createApp(deps: MetadataDeps): Hono<ServerEnv> {
  const { logger, maxBodyBytes } = deps;
  const routes = createRoutes(guard(handlers), {
    deps,
    security,
    maxBodyBytes,
    problemType,
    onError: (error, failure) => logger.error({ error, ...failure }, 'handler failed'),
    onResponseViolation: (violation) => logger.error({ ...violation }, 'response breaks the contract'),
  });
  const app = new Hono<ServerEnv>();
  app.use(identify(), observe(deps));
  app.route('/', routes);
  app.notFound((c) => {
    const body = { ...problem('not-found', 'There is nothing at this path.'), requestId: c.get('requestId') };
    return c.body(JSON.stringify(body), 404, { 'Content-Type': 'application/problem+json' });
  });
  return app;
}
