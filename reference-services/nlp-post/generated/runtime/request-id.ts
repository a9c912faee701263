// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { MiddlewareHandler } from 'hono';
import type { ServerEnv } from './context.ts';

export const requestIdHeader = 'X-Request-Id';

/**
 * Takes the caller's `X-Request-Id` when it is harmless, makes one when not, and puts it on every response. An id that an
 * outer middleware has set already is kept.
 */
export function requestId(newId: () => string = () => crypto.randomUUID()): MiddlewareHandler<ServerEnv> {
  return async (c, next) => {
    const id = c.get('requestId') ?? acceptedId(c.req.header(requestIdHeader)) ?? newId();
    c.set('requestId', id);
    await next();
    c.res.headers.set(requestIdHeader, id);
  };
}

/** Identifiers end up in logs and in problems, so nothing is taken over that a log or a contract might not. */
function acceptedId(id: string | undefined): string | undefined {
  return id !== undefined && /^[A-Za-z0-9._-]{1,128}$/.test(id) ? id : undefined;
}
