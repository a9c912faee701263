import type { MiddlewareHandler } from 'hono';
import { traceId } from '../tracing/spans.ts';
import type { ServiceDeps } from './service-deps.ts';

/** What the generated server leaves in Hono's context. */
export interface KnownRequest {
  readonly Variables: { requestId: string; operation: { readonly path: string } | undefined };
}

/** Measures and logs every request by its route template. Paths, queries and bodies hold personal data and stay out. */
export function observe<Env extends KnownRequest>({
  logger,
  metrics,
}: Pick<ServiceDeps, 'logger' | 'metrics'>): MiddlewareHandler<Env> {
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
    const trace = traceId();
    const about = { requestId: c.get('requestId'), ...(trace !== undefined && { traceId: trace }) };
    logger[level]({ ...about, ...labels, milliseconds: Math.round(milliseconds) }, 'request');
  };
}
