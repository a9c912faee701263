import type { MiddlewareHandler } from 'hono';
import type { ServerEnv } from '../generated/index.ts';
import type { MetadataDeps } from './deps.ts';

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
    const { status } = c.res;
    const labels = { method: c.req.method, route: c.get('operation')?.path ?? 'unmatched', status };
    metrics.duration.observe(labels, milliseconds / 1000);
    const level = status >= 500 ? 'error' : 'info';
    logger[level]({ requestId: c.get('requestId'), ...labels, milliseconds: Math.round(milliseconds) }, 'request');
  };
}
