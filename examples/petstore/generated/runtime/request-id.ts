// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { MiddlewareHandler } from 'hono';
import type { ServerEnv } from './context.ts';

export const requestIdHeader = 'X-Request-Id';

/**
 * Takes the caller's `X-Request-Id` when it is harmless, makes one when not, and puts it on every response. An id that an
 * outer middleware has set already is kept.
 */
export function requestId(): MiddlewareHandler<ServerEnv> {
  return async (c, next) => {
    const id = c.get('requestId') ?? acceptedId(c.req.header(requestIdHeader)) ?? crypto.randomUUID();
    c.set('requestId', id);
    await next();
    c.res.headers.set(requestIdHeader, id);
  };
}

/** Identifiers end up in logs, so line breaks, quotes and megabytes are not taken over. */
function acceptedId(id: string | undefined): string | undefined {
  return id !== undefined && /^[\w.-]{1,128}$/.test(id) ? id : undefined;
}
