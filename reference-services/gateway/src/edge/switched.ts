import type { MiddlewareHandler } from 'hono';
import type { ServerEnv } from '../../generated/index.ts';
import type { Streams } from '../streams/streams.ts';

/** Lets everything that looks at answers see 101 where the connection goes on as a WebSocket. */
export function switched(streams: Streams): MiddlewareHandler<ServerEnv> {
  return async (c, next) => {
    await next();
    if (streams.offerOf(c.req.raw)?.accepted === undefined) return;
    // Hono would make a copy of the one before.
    c.res = undefined;
    c.res = switchingProtocols();
  };
}

/** The constructor takes final statuses only; nobody sends this one, the socket has its own words for it. */
function switchingProtocols(): Response {
  return Object.defineProperty(new Response(null), 'status', { value: 101 });
}
