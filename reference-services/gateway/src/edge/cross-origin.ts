import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import type { ServerEnv } from '../../generated/index.ts';

/** Pages of the origins that are named may call, with a token and never with cookies; nobody else's may. */
export function crossOrigin(allowed: readonly string[]): MiddlewareHandler<ServerEnv> {
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
  });
}
