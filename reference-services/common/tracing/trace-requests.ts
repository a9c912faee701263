import { SpanStatusCode } from '@opentelemetry/api';
import type { MiddlewareHandler } from 'hono';
import type { KnownRequest } from '../service/observe.ts';
import { inSpan, traceHeaders } from './spans.ts';

/** A span for every request that arrives, by OpenTelemetry's conventions for HTTP servers; URLs and bodies stay out. */
export function traceRequests<Env extends KnownRequest>(): MiddlewareHandler<Env> {
  return (c, next) => {
    const { method } = c.req;
    const from = carried(c.req.header('traceparent'), c.req.header('tracestate'));
    const request = { name: method, kind: 'SERVER', attributes: { 'http.request.method': method }, from } as const;
    return inSpan(request, async (span) => {
      await next();
      const route = c.get('operation')?.path ?? 'unmatched';
      span.updateName(`${method} ${route}`);
      span.setAttributes({ 'http.route': route, 'http.response.status_code': c.res.status });
      if (c.res.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    });
  };
}

/** A middleware of generated clients: a span for every attempt, which the called service continues. */
export function traceCalls(peer: string) {
  return (
    request: Request,
    next: (request: Request) => Promise<Response>,
    operation: { readonly id: string },
  ): Promise<Response> => {
    const attributes = { 'http.request.method': request.method, 'peer.service': peer };
    return inSpan({ name: `${peer} ${operation.id}`, kind: 'CLIENT', attributes }, async (span) => {
      for (const [name, value] of Object.entries(traceHeaders())) request.headers.set(name, value);
      const response = await next(request);
      span.setAttribute('http.response.status_code', response.status);
      if (response.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      return response;
    });
  };
}

function carried(traceparent: string | undefined, tracestate: string | undefined): Record<string, string> {
  return { ...(traceparent !== undefined && { traceparent }), ...(tracestate !== undefined && { tracestate }) };
}
