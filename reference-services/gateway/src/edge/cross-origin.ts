import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import type { ServerEnv } from '../../generated/index.ts';

/** Pages of the origins that are named may call, with a token and never with cookies; nobody else's may. */
export function crossOrigin(allowed: readonly string[]): MiddlewareHandler<ServerEnv> {
  const forPages = corsHeaders(allowed);
  return async (c, next) => {
    if (c.req.header('origin') !== undefined) return forPages(c, next);
    await next();
    // What a cache keeps of this answer is not for a page.
    c.res.headers.append('Vary', 'Origin');
    return undefined;
  };
}

function corsHeaders(allowed: readonly string[]): MiddlewareHandler<ServerEnv> {
  return cors({
    origin: (origin) => (allowed.includes(origin) ? origin : null),
    allowMethods: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'],
    allowHeaders: [
      'Authorization',
      'Content-Digest',
      'Content-Type',
      'Idempotency-Key',
      'If-Match',
      'Upload-Complete',
      'Upload-Offset',
      'X-Request-Id',
      'traceparent',
      'tracestate',
    ],
    exposeHeaders: [
      'ETag',
      'Idempotency-Replayed',
      'Location',
      'RateLimit',
      'RateLimit-Policy',
      'Retry-After',
      'Upload-Complete',
      'Upload-Length',
      'Upload-Limit',
      'Upload-Offset',
      'WWW-Authenticate',
      'X-Request-Id',
    ],
    maxAge: 600,
  });
}

/** Answers are data: no browser may sniff, frame or run them. */
export function secured(): MiddlewareHandler<ServerEnv> {
  return secureHeaders({
    contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
    // For documents only.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
}
