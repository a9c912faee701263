import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { createIds } from '../../common/ids.ts';
import type { ServerEnv } from '../generated/index.ts';
import { operations } from '../generated/operations.ts';
import { routePath } from '../generated/runtime/route-path.ts';
import type { MetadataDeps } from './deps.ts';

/** Hono's notation of a path, and the contract's. */
const templates = new Map<string, string>(
  Object.values(operations).map(({ path }) => [routePath(path).hono, path] as const),
);
const newId = createIds();

/** The caller's identifier if it keeps to the contract, which is stricter than what the generated server takes over. */
export function identify(): MiddlewareHandler<ServerEnv> {
  return async (c, next) => {
    const given = c.req.header('X-Request-Id');
    const id = given !== undefined && /^[A-Za-z0-9._-]{1,128}$/.test(given) ? given : newId('req');
    c.set('requestId', id);
    await next();
    c.res.headers.set('X-Request-Id', id);
  };
}

/** Measures and logs every request by its route template. Paths, queries and bodies hold personal data and stay out. */
export function observe({ logger, metrics }: MetadataDeps): MiddlewareHandler<ServerEnv> {
  return async (c, next) => {
    const started = performance.now();
    metrics.inFlight.inc();
    try {
      await next();
    } finally {
      metrics.inFlight.dec();
    }
    const milliseconds = performance.now() - started;
    const route = matchedRoutes(c)
      .map(({ path }) => templates.get(path))
      .find((template) => template !== undefined);
    const labels = { method: c.req.method, route: route ?? 'unmatched', status: c.res.status };
    metrics.duration.observe(labels, milliseconds / 1000);
    const level = c.res.status >= 500 ? 'error' : 'info';
    logger[level]({ requestId: c.get('requestId'), ...labels, milliseconds: Math.round(milliseconds) }, 'request');
  };
}
